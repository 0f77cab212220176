//! What can go wrong between an API and the page, and what to do about it.

use crate::core::connection::{ConfigError, Fault, FeedKind, Kind};
use crate::core::mapping::ReasonKind;
use crate::core::model::Lang;
use crate::core::paging::PagingFault;
use crate::core::workspace::{BodyFailure, Failure};
use crate::i18n::messages;
use crate::protocol::ConfigFault;

messages! {
    feed_journeys { "Journeys" "旅程" }
    feed_responses { "Responses" "反馈" }
    feed_tally { "Tally" "汇总计数" }
    feed_summary { "Summary" "预汇总" }
    feed_indicators { "Indicators" "指标" }

    failed(feed) { "{feed} could not be read." "{feed}未能读取。" }
    incomplete(feed) { "{feed} could not be read whole." "{feed}未能完整读取。" }
    still_good(time) { "What was read before is still shown. It was read {time}." "仍显示此前读到的内容，读取于{time}。" }
    partial[rows](feed) { "{feed}: the one row that came counts, the rest is missing." | "{feed}: the {rows} rows that came count, the rest is missing." "{feed}：已读到的{rows}行有效，其余缺失。" }
    try_again { "Try again" "重试" }
    read_again { "Read again" "重新读取" }
    see_data { "See what was read" "查看读取情况" }

    offline { "The device is offline. Connect it and try again." "设备离线。联网后请重试。" }
    mixed_content { "This page came over https and the API is at http: browsers forbid that. Serve the API over https." "本页通过 https 打开，而接口是 http，浏览器禁止混用。请让接口支持 https。" }
    other_origin { "No answer came. Most often the API does not allow this site (CORS): it must answer with Access-Control-Allow-Origin. Or its name or port is wrong, or it is down." "没有收到回应。最常见的原因是接口不允许本站访问（CORS）：它需要返回 Access-Control-Allow-Origin。也可能是地址、端口有误，或服务已停。" }
    no_answer { "No answer came. The server is down, or the address is wrong." "没有收到回应。服务可能已停，或地址有误。" }
    timed_out(seconds) { "The server was silent for {seconds} s. Try again later, or raise the connection's timeout_seconds." "服务器{seconds}秒没有响应。请稍后再试，或调大该连接的 timeout_seconds。" }
    status_401 { "The API wants a key, or refuses the one it got (401). Type the key." "接口需要密钥，或不接受当前密钥（401）。请输入密钥。" }
    no_auth { "The API wants to know who asks (401), and the connection does not say how it is told. Say in it who asks: auth in config.json." "接口要求验证身份（401），而此连接没有说明验证方式。请为它设置身份验证（config.json 里的 auth）。" }
    status_403 { "The key is known, but may not read this (403). Ask whoever runs the API, or type another key." "密钥有效但无权读取（403）。请联系接口管理者，或换一个密钥。" }
    status_404 { "There is nothing at this address (404). Check the connection's base_url and the feed's path." "该地址没有内容（404）。请检查连接的 base_url 和该数据的 path。" }
    status_429 { "The API has had too many requests (429). Wait a little, then try again." "请求过于频繁（429）。请稍候再试。" }
    rest_seconds(n) { "It asks to be left alone for {n} s." "它要求等待{n}秒。" }
    rest_minutes(n) { "It asks to be left alone for {n} min." "它要求等待{n}分钟。" }
    status_client(code) { "The API refuses the request ({code}). Check the feed's path and query." "接口拒绝了请求（{code}）。请检查该数据的路径和参数。" }
    status_server(code) { "The API itself failed ({code}). Try again later, or tell whoever runs it." "接口自身出错（{code}）。请稍后再试，或告知接口管理者。" }
    redirected { "The API sends the request on to another address (a redirect), and a key is not sent after it. Put that address into the connection." "接口把请求转到了另一个地址（重定向），密钥不会随之发送。请在连接中改用该地址。" }
    needs_secret { "This connection needs a key." "此连接需要密钥。" }
    unfit_secret { "No request can carry this key: in a header it may have letters from A to Z, digits and signs alone, and a user name no colon. Type it again." "请求无法携带该密钥：放在请求头中的密钥只能含英文字母、数字和符号，用户名不能含冒号。请重新输入。" }
    no_token(place) { "The login gave no token at {place}. Type the password again, or correct the connection's auth." "登录后在 {place} 处没有令牌。请重新输入密码，或更正该连接的 auth。" }
    empty_body { "The answer was empty." "返回内容为空。" }
    not_json(kind, beginning) { "The answer is not {kind}; it begins with: {beginning} . Is it a sign-in page? Check the path." "返回的不是 {kind}，开头是：{beginning} 。是不是登录页？请检查路径。" }
    not_utf8 { "The text is not UTF-8. Save it as UTF-8 where it comes from." "文本不是 UTF-8 编码。请在来源处另存为 UTF-8。" }
    no_file(name) { "{name} is not on this device. Open the connection and choose the file again." "本设备上没有 {name}。请打开该连接，重新选择文件。" }
    no_rows(path, found) { "There are no rows at {path}; found: {found}. Correct the feed's rows." "在 {path} 处没有数据行；实际有：{found}。请更正该数据的 rows。" }
    nothing_found { "nothing" "没有内容" }
    cut_off[rows] { "The answer broke off after 1 row. Try again for the rest." | "The answer broke off after {rows} rows. Try again for the rest." "返回内容在{rows}行后中断。请重试以读取其余部分。" }
    broke_off { "The answer began and did not arrive whole: the connection broke, or the server did not send what it had announced. Try again; if that does not help, tell whoever runs the API." "返回内容未完整到达：连接中断，或服务器没有发完它所声明的内容。请重试；若无效，请联系接口管理者。" }
    too_new(version) { "It was written for a newer Heartline (version {version}). Update this site." "它由更新版本的 Heartline 写成（版本{version}）。请升级本站。" }
    repeated_page(page) { "The page has the rows of page {page} again: the API does not heed where the next page is to begin. Its rows are not counted twice. Correct the feed's paging." "此页与第{page}页的行相同：接口没有理会下一页的起点。重复的行没有计入。请更正该数据的 paging。" }
    goes_back { "The page leads back to one that has been read: the API goes round in circles. Correct the feed's paging, or tell whoever runs the API." "此页又指回已读过的页：接口在循环。请更正 config.json 里的 paging，或告知接口管理者。" }
    unseen { "What stands around the rows is too long or was cut off, so that nobody can tell where the next page is. Try again; if that does not help, correct the feed's paging." "行以外的内容过长或被截断，无法得知下一页在哪里。请重试；若无效，请更正该数据的 paging。" }
    no_way { "What should lead to the next page is no text and no number. Correct the feed's paging.next." "指向下一页的内容既不是文本也不是数字。请更正该数据的 paging.next。" }
    too_many_pages(pages) { "There are more than {pages} pages, which is as many as are read. Ask for larger pages, or raise the feed's paging.max_pages." "页数超过上限{pages}页，其余未读。请增大每页行数，或调高该数据的 paging.max_pages。" }
    on_page(page) { "On page {page}." "在第{page}页。" }
    of_lookup(name, why) { "The lookup “{name}” could not be read, so that nobody knows what its values stand for. {why}" "查找表“{name}”未能读取，无法得知其中的值代表什么。{why}" }
    cancelled { "The reading was stopped." "读取已停止。" }
    server_said(text) { "It said: {text}" "它返回：{text}" }

    config_wrong { "config.json cannot be used" "config.json 无法使用" }
    see_connections { "See the connections" "查看连接" }
    own_wrong { "The connection in use cannot be read" "正在使用的连接无法读取" }
    config_unreachable { "config.json could not be fetched. Reload the page; if that does not help, check that the file is served." "无法获取 config.json。请刷新页面；若无效，请检查该文件是否可访问。" }
    config_status(code) { "config.json could not be fetched ({code}). Check that the file is served." "无法获取 config.json（{code}）。请检查该文件是否可访问。" }
    at_path(path, what) { "At {path}: {what}" "在 {path}：{what}" }
    fault_not_json(line, column) { "it is not JSON (line {line}, column {column})." "不是合法的 JSON（第{line}行第{column}列）。" }
    fault_unknown { "there is no such field. Is it misspelt?" "没有这个字段。是否拼写有误？" }
    fault_missing { "this field must be there." "缺少这个字段。" }
    fault_expected(kind) { "{kind} is wanted here." "此处应为{kind}。" }
    fault_path(path, reason) { "{path} is not a JSONPath ({reason}). It must begin with $." "{path} 不是合法的 JSONPath（{reason}）。须以 $ 开头。" }
    fault_not_one_of(words) { "one of these is wanted: {words}." "应为以下之一：{words}。" }
    fault_duplicate { "this id is there already." "该编号已经用过。" }
    fault_empty { "there must be something in this list." "该列表不能为空。" }
    fault_kept_header { "a browser lets no page set this header." "浏览器不允许网页设置此请求头。" }
    fault_secret { "no secret may stand in this file. Whoever reads the page types it; auth says where it goes." "此文件不得包含密钥。密钥由读者输入；用 auth 说明它放在哪里。" }
    fault_body_of_get { "only POST has a body. Set method to POST, or leave it out." "只有 POST 才能带 body。请将 method 设为 POST，或省略 method。" }
    fault_ambiguous { "two words stand for the same value here, so that nobody can tell which to write." "此处有两个词对应同一个值，无法确定写入哪一个。" }
    kind_text { "a text" "文本" }
    kind_number { "a number" "数字" }
    kind_whole { "a whole number" "整数" }
    kind_list { "a list" "列表" }
    kind_object { "an object" "对象" }
    kind_header_name { "the name of an HTTP header" "HTTP 请求头名称" }
    kind_header_value { "what a header can carry, visible ASCII characters," "请求头可携带的内容（可见 ASCII 字符）" }
    kind_parameter { "a text, a number, true or false, or a list of them," "文本、数字、true 或 false，或由它们组成的列表" }
    kind_positive { "a whole number of one or more" "不小于1的整数" }
    kind_plain_path { "a JSONPath of names and places alone" "只含名称与序号的 JSONPath" }
    kind_path_template { "a path with names or JSONPaths in braces" "路径，花括号中为名称或 JSONPath，" }
    kind_truth { "true or false" " true 或 false" }
    kind_scale { "a scale, two whole numbers with the lower one first," "量表（两个整数，小者在前）" }

    engine_broken { "The engine could not start" "引擎未能启动" }
    engine_broken_hint { "The page and its engine are of different versions, or the browser is too old. Reload the page; if that does not help, update the browser." "页面与引擎版本不一致，或浏览器过旧。请刷新页面；若无效，请升级浏览器。" }

    reason_not_an_object { "the row is not an object" "该行不是对象" }
    reason_unreadable { "the row cannot be read" "该行无法读取" }
    reason_missing { "missing" "缺失" }
    reason_not_a_date { "not a date" "不是日期" }
    reason_implausible_date { "a date before 1990 or in the future" "日期早于1990年或在未来" }
    reason_unknown_touchpoint { "no journey has this touchpoint" "旅程中没有这个触点" }
    reason_unknown_question { "no such question" "没有这个问题" }
    reason_not_a_number { "not a number" "不是数字" }
    reason_not_a_count { "not a count, or not as many as the scale has answers" "不是计数，或个数与量表不符" }
    reason_off_scale { "off the scale" "超出量表范围" }
    reason_not_allowed { "not one of the allowed values" "不在允许的取值之内" }
    reason_duplicate { "the id was there before" "编号重复" }
    reason_uneven { "not as many values as the others have" "值的个数与其他列或列名不符" }
    reason_not_json { "the text holds no JSON" "文本不是 JSON" }
    reason_not_found { "the lookup does not know it" "查找表中没有此值" }
    reason_ambiguous { "the lookup says two things of it; the first one holds" "查找表中有两种含义；以先出现的为准" }
    reason_too_many_names { "too many different values" "取值种类过多" }

    hint_not_an_object { "Point rows at the list of rows." "请让 rows 指向数据行列表。" }
    hint_unreadable { "Correct the row where it comes from." "请在数据源更正该行。" }
    hint_missing { "Point the field at where the value is, or fill it in at its source." "请让字段指向该值所在处，或在数据源补全。" }
    hint_not_a_date { "Write dates as ISO 8601 or as epoch numbers." "日期请用 ISO 8601 或时间戳。" }
    hint_implausible_date { "Check the unit (date: epoch_seconds or epoch_millis), or the clock of this device." "请检查单位（date 设为 epoch_seconds 或 epoch_millis），或本设备的时钟。" }
    hint_unknown_touchpoint { "Add the touchpoint to a journey, or map its id." "请在旅程中加入该触点，或映射其编号。" }
    hint_unknown_question { "Name the question under workspace.questions." "请在 workspace.questions 里登记该问题。" }
    hint_not_a_number { "Give the field a map from words to numbers." "请给字段加上文字到数字的 map。" }
    hint_not_a_count { "A count is a whole number from 0; a list has one for each answer of the scale, lowest first." "计数须为不小于0的整数；列表须从低到高为量表的每个答案各列一个。" }
    hint_off_scale { "Check that the question measures what it is said to." "请检查该问题的量表是否与其含义一致。" }
    hint_not_allowed { "Give the field a map to the allowed values." "请给字段加上到允许取值的 map。" }
    hint_duplicate { "Give each row an id of its own. A response that comes again is counted once." "请让每行的编号唯一。重复出现的反馈只计一次。" }
    hint_uneven { "Columns must be equally long, and a row must have a value for each name. What is missing counts as absent." "各列应等长，每行应为每个列名给出一个值。缺少的值按空缺处理。" }
    hint_not_json { "Point inside at a text that holds JSON, or set its form to base64." "请让 inside 指向内容为 JSON 的文本，或将其 form 设为 base64。" }
    hint_not_found { "Add it to the list that is looked up. A name stays as it is meanwhile; a number is left out." "请在查找表中补充该值。名称暂按原值显示，数字则不计。" }
    hint_ambiguous { "Give each key of the lookup one meaning." "请让查找表的每个键只有一个含义。" }
    hint_too_many_names { "Point the dimension at a field with fewer values." "请让该维度指向取值较少的字段。" }
}

/// A feed's name.
pub fn feed(feed: FeedKind, lang: Lang) -> &'static str {
    match feed {
        FeedKind::Journeys => feed_journeys(lang),
        FeedKind::Responses => feed_responses(lang),
        FeedKind::Tally => feed_tally(lang),
        FeedKind::Summary => feed_summary(lang),
        FeedKind::Indicators => feed_indicators(lang),
    }
}

/// Why a feed could not be read, and what to do.
pub fn failure(failure: &Failure, lang: Lang) -> String {
    match failure {
        Failure::Unreachable { offline: true, .. } => offline(lang).into(),
        Failure::Unreachable { mixed_content: true, .. } => mixed_content(lang).into(),
        Failure::Unreachable { other_origin: true, .. } => other_origin(lang).into(),
        Failure::Unreachable { .. } => no_answer(lang).into(),
        Failure::BrokeOff { offline: true } => offline(lang).into(),
        Failure::BrokeOff { .. } => broke_off(lang).into(),
        Failure::TimedOut(seconds) => timed_out(lang, &seconds.to_string()),
        Failure::Status { code, beginning, retry_after } => {
            status(*code, beginning, *retry_after, lang)
        }
        Failure::Redirected => redirected(lang).into(),
        Failure::NoAuth => no_auth(lang).into(),
        Failure::NeedsSecret => needs_secret(lang).into(),
        Failure::UnfitSecret => unfit_secret(lang).into(),
        Failure::NoToken(place, said) => no_token(lang, place) + " " + &server_said(lang, said),
        Failure::Body(failure) => body(failure, lang),
        Failure::Paging(fault) => paging(*fault, lang),
        Failure::TooNew(version) => too_new(lang, &version.to_string()),
        Failure::Cancelled => cancelled(lang).into(),
        Failure::NoFile(name) => no_file(lang, name),
        Failure::Lookup(name, why) => of_lookup(lang, name, &self::failure(why, lang)),
    }
}

/// What the failure of feeds is called: some of them may have been read.
pub fn headline(kinds: &[FeedKind], rows: u64, lang: Lang) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| feed(*kind, lang)).collect();
    let names = names.join(if lang == Lang::Zh { "、" } else { ", " });
    match rows {
        0 => failed(lang, &names),
        _ => incomplete(lang, &names),
    }
}

fn status(code: u16, beginning: &str, retry_after: Option<u32>, lang: Lang) -> String {
    let advice = match code {
        401 => status_401(lang).to_owned(),
        403 => status_403(lang).to_owned(),
        404 => status_404(lang).to_owned(),
        429 => status_429(lang).to_owned(),
        500.. => status_server(lang, &code.to_string()),
        _ => status_client(lang, &code.to_string()),
    };
    let rest = retry_after.map(|seconds| rest(seconds, lang));
    let said = (!beginning.is_empty()).then(|| server_said(lang, beginning));
    let all = [Some(advice), rest, said].into_iter().flatten();
    all.collect::<Vec<_>>().join(" ")
}

fn rest(seconds: u32, lang: Lang) -> String {
    match seconds {
        0..=90 => rest_seconds(lang, &seconds.to_string()),
        _ => rest_minutes(lang, &seconds.div_ceil(60).to_string()),
    }
}

fn body(failure: &BodyFailure, lang: Lang) -> String {
    match failure {
        BodyFailure::Empty => empty_body(lang).into(),
        BodyFailure::NotJson(beginning) => not_json(lang, "JSON", beginning),
        BodyFailure::NotATable(beginning) => not_json(lang, "CSV", beginning),
        BodyFailure::NotUtf8 => not_utf8(lang).into(),
        BodyFailure::NoRows(path, found) if found.is_empty() => {
            no_rows(lang, path, nothing_found(lang))
        }
        BodyFailure::NoRows(path, found) => no_rows(lang, path, &found.join(", ")),
        BodyFailure::CutOff(rows) => cut_off(lang, *rows),
    }
}

fn paging(fault: PagingFault, lang: Lang) -> String {
    match fault {
        PagingFault::RepeatedPage(page) => repeated_page(lang, &page.to_string()),
        PagingFault::GoesBack => goes_back(lang).into(),
        PagingFault::Unseen => unseen(lang).into(),
        PagingFault::NoWay => no_way(lang).into(),
        PagingFault::TooMany(pages) => too_many_pages(lang, &pages.to_string()),
    }
}

/// What is wrong with the configuration, and what to do.
pub fn config(fault: &ConfigFault, lang: Lang) -> String {
    match fault {
        ConfigFault::Unreachable(None) => config_unreachable(lang).into(),
        ConfigFault::Unreachable(Some(code)) => config_status(lang, &code.to_string()),
        ConfigFault::Wrong(error) | ConfigFault::Own(error) => at_fault(error, lang),
    }
}

/// What a notice about the configuration is called.
pub fn config_headline(fault: &ConfigFault, lang: Lang) -> &'static str {
    match fault {
        ConfigFault::Own(_) => own_wrong(lang),
        _ => config_wrong(lang),
    }
}

/// What is wrong with a configuration or a connection, and where.
pub fn at_fault(ConfigError { path, fault }: &ConfigError, lang: Lang) -> String {
    let what = config_fault(fault, lang);
    if path.is_empty() { what } else { at_path(lang, path, &what) }
}

fn config_fault(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::NotJson(line, column) => {
            fault_not_json(lang, &line.to_string(), &column.to_string())
        }
        Fault::TooNew(version) => too_new(lang, &version.to_string()),
        Fault::Unknown => fault_unknown(lang).into(),
        Fault::Missing => fault_missing(lang).into(),
        Fault::Expected(wanted) => fault_expected(lang, kind(*wanted, lang)),
        Fault::NotAPath(path, reason) => fault_path(lang, path, reason),
        Fault::Duplicate => fault_duplicate(lang).into(),
        Fault::Empty => fault_empty(lang).into(),
        Fault::KeptHeader => fault_kept_header(lang).into(),
        Fault::Secret => fault_secret(lang).into(),
        Fault::BodyOfGet => fault_body_of_get(lang).into(),
        Fault::Ambiguous => fault_ambiguous(lang).into(),
        Fault::NotOneOf(words) => fault_not_one_of(lang, &words.join(", ")),
    }
}

fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Text => kind_text(lang),
        Kind::Number => kind_number(lang),
        Kind::Whole => kind_whole(lang),
        Kind::List => kind_list(lang),
        Kind::Object => kind_object(lang),
        Kind::HeaderName => kind_header_name(lang),
        Kind::HeaderValue => kind_header_value(lang),
        Kind::Parameter => kind_parameter(lang),
        Kind::Positive => kind_positive(lang),
        Kind::PlainPath => kind_plain_path(lang),
        Kind::Scale => kind_scale(lang),
        Kind::PathTemplate => kind_path_template(lang),
        Kind::Truth => kind_truth(lang),
    }
}

/// What is wrong with a row or value, and what to do.
pub fn reason(kind: ReasonKind, lang: Lang) -> (&'static str, &'static str) {
    match kind {
        ReasonKind::NotAnObject => (reason_not_an_object(lang), hint_not_an_object(lang)),
        ReasonKind::Unreadable => (reason_unreadable(lang), hint_unreadable(lang)),
        ReasonKind::Missing => (reason_missing(lang), hint_missing(lang)),
        ReasonKind::NotADate => (reason_not_a_date(lang), hint_not_a_date(lang)),
        ReasonKind::ImplausibleDate => (reason_implausible_date(lang), hint_implausible_date(lang)),
        ReasonKind::UnknownTouchpoint => {
            (reason_unknown_touchpoint(lang), hint_unknown_touchpoint(lang))
        }
        ReasonKind::UnknownQuestion => (reason_unknown_question(lang), hint_unknown_question(lang)),
        ReasonKind::NotANumber => (reason_not_a_number(lang), hint_not_a_number(lang)),
        ReasonKind::NotACount => (reason_not_a_count(lang), hint_not_a_count(lang)),
        ReasonKind::OffScale => (reason_off_scale(lang), hint_off_scale(lang)),
        ReasonKind::NotAllowed => (reason_not_allowed(lang), hint_not_allowed(lang)),
        ReasonKind::Duplicate => (reason_duplicate(lang), hint_duplicate(lang)),
        ReasonKind::Uneven => (reason_uneven(lang), hint_uneven(lang)),
        ReasonKind::NotJson => (reason_not_json(lang), hint_not_json(lang)),
        ReasonKind::NotFound => (reason_not_found(lang), hint_not_found(lang)),
        ReasonKind::Ambiguous => (reason_ambiguous(lang), hint_ambiguous(lang)),
        ReasonKind::TooManyNames => (reason_too_many_names(lang), hint_too_many_names(lang)),
    }
}
