//! Texts of the connections, of what is seen through them and of what is made of it.

use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::i18n::messages;

messages! {
    title { "Connections" "数据连接" }
    about { "Where the figures come from. Connections made here stay on this device." "数据从哪里来。在此建立的连接只保存在本设备。" }
    what_was_read { "What was read" "读取情况" }
    not_kept { "This browser would not keep the change: its storage is full or forbidden. Export what you need." "浏览器未能保存更改：存储空间已满或被禁用。请先导出需要的内容。" }
    connect { "Connect an API or a file" "连接接口或文件" }
    address { "Address of an answer" "接口地址" }
    address_hint { "Any address that answers with JSON or CSV. A key is asked for in the next step; one in the address is left out." "任何返回 JSON 或 CSV 的地址。密钥在下一步填写；地址中的密钥会被去掉。" }
    no_address { "That is no address. It begins with https:// or http://, or is a path on this site." "这不是有效地址：应以 https:// 或 http:// 开头，或为本站上的路径。" }
    kind { "It is" "类型" }
    any_kind { "any JSON API" "任意 JSON 接口" }
    look { "Look at it" "查看" }
    import { "Import a file" "导入文件" }
    import_hint { "Or drop it here. Data as JSON, NDJSON, CSV or TSV, an export or the answer of an API that no browser may reach, become a connection of their own; the file stays on this device. A connection that was exported is taken too." "也可拖放到此处。JSON、NDJSON、CSV、TSV 数据（导出文件，或浏览器无法访问的接口的返回内容）会成为独立的连接，文件只保存在本设备；导出的连接也在此导入。" }
    taking { "Keeping the file…" "正在保存文件……" }
    not_text(name) { "{name} is no text that can be read here. Save it as UTF-8, then choose it again." "{name} 不是可读取的文本。请另存为 UTF-8 后重新选择。" }
    file_full(name) { "This device has no room for {name}. Nothing was changed." "本设备空间不足，无法保存 {name}。没有任何改动。" }
    file_denied(name) { "This browser keeps nothing for this site, so {name} could not be taken. Nothing was changed. Allow the site to store data, or open it outside of a private window." "浏览器不为本站保存数据，无法导入 {name}。没有任何改动。请允许本站存储数据，或不要使用无痕窗口。" }
    not_in_export { "The document was exported. The file is not in it: take that along too." "连接已导出，但不含数据文件本身，请一并带走。" }
    of_site { "This site's own connection" "本站自带的连接" }
    of_site_hint { "Named in the site's config.json." "在本站的 config.json 中指定。" }
    of_demo_hint { "Made-up figures of a hotel, shown because the site names no connection of its own in config.json." "虚构的酒店数据：本站的 config.json 没有指定连接，故以此演示。" }
    choose { "Read from here" "改用此连接" }
    read_alone { "Read this alone" "只读此连接" }
    read_too { "Read it too" "同时读取" }
    leave_out { "Leave it out" "不再读取" }
    state { "State" "状态" }
    is_reading { "being read" "读取中" }
    is_well { "read whole" "读取完整" }
    has_failed { "not read whole" "未能完整读取" }
    wants_secret { "wants a key" "需要密钥" }
    last_success { "Last read whole" "上次完整读取" }
    at_and_ago(at, ago) { "{at} ({ago})" "{at}（{ago}）" }
    just_now { "just now" "刚刚" }
    minutes_ago[n] { "1 minute ago" | "{n} minutes ago" "{n}分钟前" }
    hours_ago[n] { "1 hour ago" | "{n} hours ago" "{n}小时前" }
    days_ago[n] { "1 day ago" | "{n} days ago" "{n}天前" }
    rows { "Rows" "行数" }
    rows_bad { "Rows that could not be used" "无法使用的行" }
    latency { "Time to answer" "响应时间" }
    millis(n) { "{n} ms" "{n}毫秒" }
    next { "Read again" "下次读取" }
    live { "Tells of what is new" "推送更新" }
    live_connecting { "being asked to" "连接中" }
    live_listening { "yes" "已连接" }
    live_broken { "not at the moment; asked again soon" "暂时中断，稍后重连" }
    read_anew { "See the figures" "查看统计结果" }
    edit { "Open" "打开" }
    duplicate { "Duplicate" "复制一份" }
    export { "Export" "导出" }
    remove { "Remove" "移除" }
    removed(name) { "{name} was removed." "已移除{name}。" }
    undo { "Undo" "撤销" }
    redo { "Redo" "重做" }
    in_use { "in use" "使用中" }
    unnamed { "Without a name" "未命名" }
    all { "All connections" "全部连接" }
    no_connection { "There is no such connection" "没有这个连接" }
    no_connection_hint { "It may have been removed, or made on another device. Connections stay on the device they were made on; export them to take them along." "它可能已被移除，或建在另一台设备上。连接只保存在建立它的设备上，可导出后带走。" }

    access { "The API" "接口" }
    name { "Name" "名称" }
    base_url { "Where its paths start" "路径起点" }
    auth { "Who asks" "身份验证" }
    say_who { "Say who asks" "设置身份验证" }
    auth_none { "anybody" "无需验证" }
    auth_bearer { "bearer token" "Bearer 令牌" }
    auth_header { "key in a header" "请求头密钥" }
    auth_basic { "user and password" "用户名和密码" }
    auth_query { "key in the address" "地址参数密钥" }
    auth_session { "user and password, once" "用户名和密码，登录一次" }
    login { "The first request gives a token" "首次请求换取令牌" }
    login_body { "What it sends" "发送内容" }
    login_body_hint { "JSON in which \"$.user\" and \"$.password\" are what is typed." "JSON，其中 \"$.user\" 和 \"$.password\" 代表所输入的内容。" }
    token { "Where its answer has the token" "返回内容中令牌的位置" }
    token_header { "The header of its answer that has the token" "返回令牌的响应头" }
    carried { "The others carry it as" "后续请求的携带方式" }
    token_in_body { "part of what is sent" "请求体中的一项" }
    token_place { "Where in what is sent" "请求体中的位置" }
    refusal { "Where an answer says that nobody is let in" "返回内容中表示拒绝的位置" }
    beside(names) { "Also said in the document, and kept: {names}." "文档中另有说明，保持不变：{names}。" }
    header_name { "Name of the header" "请求头名称" }
    parameter_name { "Name of the parameter" "参数名称" }
    on_device { "keep on this device" "保存在本设备" }
    forget { "Forget" "忘记" }
    secret_hint { "Sent to the API only, kept apart from the connection: no export, link or log has it." "只发送给该接口，与连接分开保存：导出、链接和日志中都没有它。" }
    user { "User" "用户名" }

    files { "Files on this device" "本设备上的文件" }
    files_hint { "A file is kept on this device alone: no export and no link has it. Newer figures come with a newer file. It is forgotten when no connection reads it any more." "文件只保存在本设备，导出和链接中都没有它。要更新数据，请选择新的文件。不再有连接使用时，文件会被清除。" }
    file(feed) { "{feed}: the file" "{feed}：文件" }
    file_is(name, size) { "{name}, {size}." "{name}，{size}。" }
    written_in(encoding) { "It was written in {encoding} and is kept as UTF-8." "原编码为 {encoding}，已转为 UTF-8 保存。" }
    file_gone(name) { "{name} is not on this device: it was chosen on another one, or what this site had stored was cleared. Choose it again." "本设备上没有 {name}：它是在另一台设备上选择的，或本站的存储已被清除。请重新选择。" }
    choose_file { "Choose a file" "选择文件" }
    choose_other { "Choose another file" "选择其他文件" }
    no_file { "Choose a file, and what is in it is shown here." "选择文件后，这里会显示其内容。" }
    in_file { "What is in it" "文件内容" }
    table { "A table; its first line names the columns." "表格，首行为列名。" }

    feeds { "Feeds" "数据来源" }
    described { "described" "已配置" }
    not_described { "not described yet" "未配置" }
    request(feed) { "{feed}: what is asked for" "{feed}：请求" }
    path { "Path" "路径" }
    sent { "What is sent along" "随请求发送的内容" }
    sent_hint { "Sent with POST; nothing, where it is empty." "以 POST 发送；留空则不发送。" }
    look_again { "Look again" "重新查看" }
    remove_feed { "Remove this feed" "移除此数据来源" }
    paste { "The API cannot be reached from a browser?" "浏览器无法访问该接口？" }
    paste_hint { "Paste an answer of it here to describe it all the same:" "将它的返回内容粘贴在此，仍可完成配置：" }
    no_feed { "Say where it is, and its answer is shown here." "填写路径后，这里会显示返回内容。" }
    wrong { "This cannot be asked for yet" "尚不能请求" }
    no_answer { "No answer to look at" "没有可查看的返回内容" }
    answer { "What it answers" "返回内容" }
    pasted(size) { "{size}, pasted." "粘贴的内容，{size}。" }
    came(size, millis) { "{size} in {millis} ms." "{size}，用时{millis}毫秒。" }
    came_in_part(size) { "The first {size}; there is more." "前{size}，后面还有。" }
    json_lines { "A JSON value a line." "每行一个 JSON 值。" }
    rows_at { "Rows are at" "数据行位置" }
    rows_found[n] { "1 row" | "{n} rows" "{n}行" }
    use_path(path) { "Use {path}" "使用 {path}" }
    more(n) { "and {n} more" "还有{n}项" }
    members(n) { "{{{n}}}" "{{{n}}}" }
    elements(n) { "[{n}]" "[{n}]" }

    proxy { "By way of a proxy" "通过代理" }
    proxy_address { "Address of the proxy" "代理地址" }
    proxy_hint { "For an API that lets no other site read it (CORS): a proxy of your own that adds the headers. The API's address goes where {url} stands, else to the end. The proxy is sent the key too." "用于不允许其他网站读取（CORS）的接口：由您自己运行、负责补上响应头的代理。接口地址填在 {url} 处，没有则接在末尾。密钥也会发送给代理。" }
    refresh { "Reading again by itself" "自动更新" }
    every { "Every so many seconds" "间隔秒数" }
    events { "When this path says so (server-sent events)" "服务器推送路径（SSE）" }
    refresh_hint { "Nothing is read while nobody looks at the page or the device is offline; it is made up for afterwards." "页面无人查看或设备离线时不会读取，之后会补读。" }

    roles { "What it means" "含义" }
    roles_hint { "Choose a field, then click its value on the left, or take what is suggested. A text in quotes is the same in every row; >> leads into a text that holds JSON: $.answers >> $.nps" "先选字段，再点左侧的值；也可采用建议。加英文引号的文本表示每行相同；>> 进入内容为 JSON 的文本：$.answers >> $.nps" }
    take_all { "Take what is suggested" "采用建议" }
    path_of(field) { "Path of {field}" "{field}的路径" }
    records { "What comes of it" "读取结果" }
    not_read { "Nothing can be read yet." "尚不能读取。" }
    usable(good, all) { "{good} of the {all} rows looked at can be used." "查看的{all}行中{good}行可用。" }
    times(n) { "{n} times" "{n}次" }
    row { "Row" "行" }
    as_it_came { "As it came" "原始内容" }
    record { "Record" "记录" }
    nothing { "nothing" "无" }

    lacking { "What is missing" "还缺什么" }
    nothing_lacks { "Nothing: every page can be drawn." "什么都不缺：所有页面都可绘制。" }
    unknown_lacks { "That can be told once rows of this feed can be used." "此数据有可用的行之后才能判断。" }
    not_drawn(views) { "Not drawn without it: {views}." "缺少它将无法绘制：{views}。" }
    drawn_in_part(views) { "Drawn in part: {views}." "将绘制不全：{views}。" }

    about_responses { "Single answers of customers: at least a touchpoint and a date, and an answer to one of the questions." "客户的单条反馈：至少要有触点、时间，以及某个问题的答案。" }
    about_tally { "Counts that a database has grouped, where there are too many single answers." "单条反馈过多时，由数据库分组得到的计数。" }
    about_journeys { "Stages and touchpoints. Without this feed a map is sketched from the touchpoints that responses name." "阶段与触点。没有这项时，按反馈中出现的触点画出草图。" }
    about_indicators { "Operational measures by month, for the health index." "按月的运营指标，用于健康度指数。" }
    about_summary { "Sums that are shown until all responses have been read." "读完全部反馈之前显示的汇总。" }
}

/// What a feed is, in a sentence.
pub fn about_feed(feed: FeedKind, lang: Lang) -> &'static str {
    match feed {
        FeedKind::Responses => about_responses(lang),
        FeedKind::Tally => about_tally(lang),
        FeedKind::Journeys => about_journeys(lang),
        FeedKind::Indicators => about_indicators(lang),
        FeedKind::Summary => about_summary(lang),
    }
}
