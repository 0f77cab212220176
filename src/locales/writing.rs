//! Texts of what is written to an API, and of what became of it.

use crate::core::connection::WriteKind;
use crate::core::model::{Lang, Severity};
use crate::core::writing::{Refusal, WriteError};
use crate::i18n::messages;
use crate::protocol::{ReadBack, Taken};

messages! {
    title { "Writing" "写入" }
    about { "What this API takes. A body is JSON in which a text that begins with $ is a path into the record; without one a record goes to the places where reading finds it. The API must allow this site the method and the headers (CORS), and expose the ones that are read, such as ETag." "该接口可接收的内容。请求体是 JSON，以 $ 开头的文本是指向记录的路径；留空则按读取位置写回。接口须允许本站使用相应方法和请求头（CORS），并暴露要读取的响应头，如 ETag。" }
    responses { "Takes responses" "接收反馈" }
    journeys { "Takes changes of journeys" "接收旅程修改" }
    cases { "Takes cases" "接收闭环工单" }

    method { "Method" "方法" }
    path { "Path" "路径" }
    body { "Body" "请求体" }
    body_hint { "The row alone, where it is empty." "留空则只发送数据行。" }
    not_json { "This is not JSON; what was there before still holds." "这不是合法的 JSON，仍使用之前的内容。" }
    id { "Id in the answer" "返回内容中的编号" }
    error { "Error in the answer" "返回内容中的错误" }
    row { "Row in an answer about it alone" "单条返回内容中的数据行" }
    read { "Path of one record" "单条记录的路径" }
    revision { "Revision: a header, or a path in the row" "修订号：响应头，或数据行中的路径" }
    if_match { "Header for the revision" "修订号的请求头" }
    idempotency_key { "Header for the key of a record" "去重键的请求头" }
    read_back { "Read it again afterwards" "写入后再读取核对" }

    try_it { "Try it" "试一试" }
    put_away { "Put away" "收起" }
    touchpoint { "Touchpoint" "触点" }
    comment { "Comment" "留言" }
    choose { "choose" "请选择" }
    journey { "Journey" "旅程" }
    journey_name { "Name of the journey" "旅程名称" }
    touchpoint_name { "Name of the touchpoint" "触点名称" }
    emotion { "Assumed emotion" "假设情绪" }
    no_emotion { "none" "无" }
    severity { "Severity" "严重程度" }
    severity_low { "low" "低" }
    severity_medium { "medium" "中" }
    severity_high { "high" "高" }
    owner { "Owner" "负责人" }
    due { "To be mended by" "期限" }
    cause { "Root cause" "根本原因" }
    action { "Action" "措施" }
    no_journeys { "No journey can be read from this connection, so that none can be changed." "此连接读不到旅程，因此无法修改。" }
    lacks_revision { "Its revision cannot be seen, so that a change of somebody else's would be written over. Where it is a header of another origin, the API must expose it (Access-Control-Expose-Headers)." "看不到它的修订号，可能会覆盖他人的修改。若修订号在跨域响应头中，接口须将其暴露（Access-Control-Expose-Headers）。" }
    request { "What is sent" "将发送的内容" }
    no_secret { "A key, where the API wants one, goes with it and is not shown." "接口需要密钥时会一同发送，不在此显示。" }
    send { "Send" "发送" }
    sending { "Sending …" "正在发送……" }

    taken { "It was taken." "已被接收。" }
    was_there { "It had been taken before; nothing was added." "此前已被接收，没有重复添加。" }
    merged { "What others changed meanwhile was kept." "他人期间的修改已保留。" }
    its_id(id) { "Its id there: {id}." "它的编号：{id}。" }
    status_in(status, millis) { "Answered {status} after {millis} ms." "返回 {status}，用时{millis}毫秒。" }
    tries[n] { "Sent once." | "Sent {n} times under the same key." "以同一去重键发送了{n}次。" }
    all_there { "Read again: all of it is there." "已再次读取：内容完整。" }
    unseen { "It could not be read again." "未能再次读取核对。" }
    dropped(places) { "Read again: the API dropped or changed {places} without a word." "已再次读取：接口悄悄丢弃或更改了 {places}。" }

    off { "The connection does not say how this is written." "连接没有说明如何写入。" }
    wrong { "This cannot be written yet" "尚不能写入" }
    refused { "It was not taken" "未被接收" }
    no_answer { "Nobody knows whether it was taken. If it is sent again, it counts once only where the API knows records by a key." "不知道是否已被接收。再次发送时，只有接口按去重键识别记录才不会重复计入。" }
    refused_401 { "The API wants a key, or refuses the one it got (401)." "接口需要密钥，或不接受当前密钥（401）。" }
    refused_403 { "The key may not write this (403)." "该密钥无权写入（403）。" }
    refused_404 { "There is nothing at this address (404). Check the path." "该地址没有内容（404）。请检查路径。" }
    refused_405 { "The API does not take this method here (405)." "接口在此不接受该方法（405）。" }
    refused_409 { "The API says it is there already, or that it was changed (409)." "接口称它已存在或已被更改（409）。" }
    refused_server(code) { "The API itself failed ({code}). If it is sent again, it counts once only where the API knows records by a key." "接口自身出错（{code}）。再次发送时，只有接口按去重键识别记录才不会重复计入。" }
    refused_status(code) { "The API refuses it ({code}). Check the body." "接口拒绝了它（{code}）。请检查请求体。" }
    refused_page(beginning) { "The answer is a web page, most likely one to sign in at. It begins with: {beginning}" "返回的是网页，多半是登录页。开头是：{beginning}" }
    refused_elsewhere { "The API sends it elsewhere. Give the address where it is taken as the path." "接口将它转往别处。请把实际接收的地址填为路径。" }
    refused_no_id(path, beginning) { "The answer has no id at {path}, so that nobody knows whether it was taken. It begins with: {beginning}" "返回内容在 {path} 处没有编号，无法确定是否已被接收。开头是：{beginning}" }
    refused_said(code, text) { "The API answered {code}, but an error stands in the answer: {text}" "接口返回 {code}，但内容中有错误：{text}" }
    unread { "It could not be read" "未能读取" }
    said(text) { "It said: {text}" "它返回：{text}" }

    nothing_at(path) { "The record has nothing at {path} for the path." "记录在 {path} 处没有可用于路径的内容。" }
    no_place(path) { "{path} picks out a value, but does not say where one goes. Write a body that does." "{path} 只能选取值，无法确定写入位置。请填写请求体。" }
    ambiguous(path) { "At {path} two words stand for the same value. Write a body that says which." "在 {path} 处有两个词对应同一个值。请在请求体中指明。" }
    no_language(path, tag) { "At {path} there is no field for a text in {tag}." "在 {path} 处没有用于 {tag} 文本的字段。" }
    spread { "The journey is spread over several rows. Write a body that says how it is sent." "该旅程分散在多行中。请填写请求体说明如何发送。" }
    no_record { "The journey is not there any more." "该旅程已不存在。" }
    not_read_back(path) { "What would be written at {path} would be read as something else." "写入 {path} 的内容读回时会有出入。" }

    conflict { "Somebody else has changed it too" "他人也修改了它" }
    conflict_hint { "Where only one of you changed something, it holds. Here both did:" "只有一方修改的内容已保留。以下内容双方都改了：" }
    mine { "Mine" "我的" }
    theirs { "Theirs" "对方的" }
    both { "Both" "两者都保留" }
    was(text) { "It was: {text}" "原为：{text}" }
    nothing { "nothing" "无" }
    send_merged { "Send what was chosen" "按所选发送" }
    cancel { "Cancel" "取消" }
}

/// The name of what can be written.
pub fn kind(kind: WriteKind, lang: Lang) -> &'static str {
    match kind {
        WriteKind::Responses => responses(lang),
        WriteKind::Journeys => journeys(lang),
        WriteKind::Cases => cases(lang),
    }
}

/// How grave a case is.
pub fn severity_name(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Low => severity_low(lang),
        Severity::Medium => severity_medium(lang),
        Severity::High => severity_high(lang),
    }
}

/// What is known of a record that was taken, a sentence each.
pub fn taken_words(known: &Taken, lang: Lang) -> Vec<String> {
    let separator = if lang == Lang::Zh { "、" } else { ", " };
    let read_back = match &known.read_back {
        ReadBack::NotAsked => None,
        ReadBack::Unseen => Some(unseen(lang).to_owned()),
        ReadBack::Dropped(places) if places.is_empty() => Some(all_there(lang).to_owned()),
        ReadBack::Dropped(places) => Some(dropped(lang, &places.join(separator))),
    };
    let number = |number: u32| crate::platform::number_text(f64::from(number), 0, lang);
    let status = (known.status > 0)
        .then(|| status_in(lang, &known.status.to_string(), &number(known.millis)));
    let headline = if known.was_there { was_there(lang) } else { taken(lang) };
    let all = [
        Some(headline.to_owned()),
        known.is_merged.then(|| merged(lang).to_owned()),
        known.id.as_ref().map(|id| its_id(lang, id)),
        status,
        (known.tries > 1).then(|| tries(lang, known.tries.into())),
        read_back,
    ];
    all.into_iter().flatten().collect()
}

/// Why a record was not taken.
pub fn refusal(refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::Status(code, beginning) => {
            let advice = match code {
                401 => refused_401(lang).to_owned(),
                403 => refused_403(lang).to_owned(),
                404 => refused_404(lang).to_owned(),
                405 => refused_405(lang).to_owned(),
                409 | 412 => refused_409(lang).to_owned(),
                500.. => refused_server(lang, &code.to_string()),
                _ => refused_status(lang, &code.to_string()),
            };
            let said = (!beginning.is_empty()).then(|| said(lang, beginning));
            [Some(advice), said].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Refusal::Redirected => refused_elsewhere(lang).to_owned(),
        Refusal::Said(code, text) => refused_said(lang, &code.to_string(), text),
        Refusal::WebPage(beginning) => refused_page(lang, beginning),
        Refusal::NoId(path, beginning) => refused_no_id(lang, path, beginning),
    }
}

/// Why a record cannot be written as the document says.
pub fn unwritable(why: &WriteError, lang: Lang) -> String {
    match why {
        WriteError::NothingAt(path) => nothing_at(lang, path),
        WriteError::NoPlace(path) => no_place(lang, path),
        WriteError::Ambiguous(path) => ambiguous(lang, path),
        WriteError::NoLanguage(path, tag) => no_language(lang, path, tag),
        WriteError::Spread => spread(lang).to_owned(),
        WriteError::NoRecord | WriteError::NotJson => no_record(lang).to_owned(),
        WriteError::NotReadBack(path) => not_read_back(lang, path),
    }
}
