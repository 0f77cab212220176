//! What stands around every page.

use crate::i18n::messages;

messages! {
    app { "Heartline" "Heartline 心线" }
    skip { "Skip to content" "跳到正文" }
    overview { "Overview" "总览" }
    journeys { "Journeys" "旅程" }
    journey_map { "Journey map" "旅程地图" }
    hearts { "Hearts" "五心" }
    responses { "Responses" "反馈" }
    data { "Data" "数据" }
    connections { "Connections" "连接" }
    main_navigation { "Main" "主导航" }
    filters { "Filters" "筛选" }
    period { "Period" "时段" }
    all_of(what) { "All: {what}" "全部{what}" }
    clear_filters { "Clear filters" "清除筛选" }
    latest_months(n) { "Latest {n} months" "最近{n}个月" }
    latest_month { "Latest month" "最近一个月" }
    all_time { "All time" "全部时间" }
    theme { "Theme" "主题" }
    theme_device { "As device" "跟随系统" }
    theme_light { "Light" "浅色" }
    theme_dark { "Dark" "深色" }
    copy_link { "Copy link" "复制链接" }
    copied { "Link copied" "链接已复制" }
    not_copied { "The browser would not copy; the address bar has the link" "浏览器不允许复制，请从地址栏取链接" }
    print { "Print" "打印" }
    loading { "Loading" "加载中" }
    demo { "Demo data" "演示数据" }
    problems[n] { "1 row or value left out" | "{n} rows or values left out" "{n}处数据未计入" }
    n_responses[n] { "1 response" | "{n} responses" "{n}条反馈" }
    not_found { "There is no such page" "没有这个页面" }
    not_found_hint { "The link may be old, or a letter in it wrong." "链接可能已失效，或有输入错误。" }
    not_loaded { "This page could not be loaded" "此页面未能加载" }
    not_loaded_hint { "The network may be down, or a new version of Heartline may have been put in place." "网络可能已断开，或 Heartline 刚刚更新了版本。" }
    load_again { "Load again" "重新加载" }
    to_overview { "To the overview" "回到总览" }
    no_journey { "There is no such journey" "没有这个旅程" }
    no_journey_hint { "It may have been renamed or removed where the journeys come from." "它可能已在数据源中改名或删除。" }
    no_touchpoint { "There is no such touchpoint" "没有这个触点" }
    no_touchpoint_hint { "It may have been renamed or removed where the journeys come from." "它可能已在数据源中改名或删除。" }
    show_table { "Table" "表格" }
    close { "Close" "关闭" }
    n_is(n) { "n = {n}" "n = {n}" }
    interval(low, high) { "95% interval {low} to {high}" "95%区间 {low} 至 {high}" }
    thin { "thin: fewer than 30 answers" "样本少：不足30条" }
    no_value { "no value" "无数值" }
    between(from, to) { "{from} to {to}" "{from}至{to}" }
    key { "Key" "密钥" }
    user { "User name" "用户名" }
    password { "Password" "密码" }
    password_of(user) { "Password of {user}" "{user} 的密码" }
    sign_in { "Sign in" "登录" }
    key_hint { "Kept until this tab is closed, and sent to the API only." "仅保留到关闭本标签页，只发送给该接口。" }
    unlock { "Use key" "使用密钥" }
    table_of(what) { "Table of {what}" "{what}数据表" }
}
