//! Texts of the connections and of what is seen through them.

use crate::i18n::messages;

messages! {
    title { "Connections" "数据连接" }
    about { "Where the figures come from. Connections made here stay on this device." "数据从哪里来。在此建立的连接只保存在本设备。" }
    what_was_read { "What was read" "读取情况" }
    not_kept { "This browser would not keep the change: its storage is full or forbidden. Export what you need." "浏览器未能保存更改：存储空间已满或被禁用。请先导出需要的内容。" }
    connect { "Connect an API" "连接一个接口" }
    address { "Address of an answer" "接口地址" }
    address_hint { "Any address that answers with JSON, as a browser would open it. A key comes in the next step and is never part of the address." "任何返回 JSON 的地址，与在浏览器中打开的一样。密钥在下一步填写，不要写进地址。" }
    no_address { "That is no address: it begins with https:// or http://, or is a path on this site." "这不是有效地址：应以 https:// 或 http:// 开头，或为本站上的路径。" }
    look { "Look at it" "查看" }
    import { "Import a file" "导入文件" }
    of_site { "This site's own connection" "本站自带的连接" }
    of_site_hint { "Named in the site's config.json." "在本站的 config.json 中指定。" }
    choose { "Read from here" "改用此连接" }
    edit { "Open" "打开" }
    duplicate { "Duplicate" "复制一份" }
    export { "Export" "导出" }
    remove { "Remove" "移除" }
    removed(name) { "{name} was removed." "已移除{name}。" }
    undo { "Undo" "撤销" }
    in_use { "in use" "使用中" }
    unnamed { "Without a name" "未命名" }
}
