//! Texts of the surveys.

use crate::core::index::KanoCategory;
use crate::core::model::Lang;
use crate::core::scene::{Gap, ItemWarning, Leads, Reliable};
use crate::i18n::messages;

/// The smallest survey there is, as config.json says it.
pub const EXAMPLE: &str = r#"{
  "workspace": {
    "surveys": [{
      "id": "trust", "kind": "scale", "name": "Trust", "scale": [1, 5],
      "items": [
        {"name": "They keep their word", "question": "t1"},
        {"name": "They tell the truth", "question": "t2"}
      ]
    }]
  }
}"#;

messages! {
    title { "Surveys" "问卷" }
    surveys { "Surveys" "问卷" }
    which { "Which survey" "选择问卷" }
    to_responses { "All responses" "全部反馈" }
    none_asked { "No survey is set up" "尚未设置问卷" }
    none_asked_hint { "A survey is a set of questions that are judged together: service quality (SERVQUAL, SERVPERF), features (Kano), or the items of a scale. Name them in config.json under workspace.surveys, by the ids their answers carry; the README says how. This is enough:" "问卷是一组放在一起评判的题目：服务质量（SERVQUAL、SERVPERF）、功能需求（Kano）或一份量表。请在 config.json 的 workspace.surveys 中按答复所带的题目编号登记，写法见 README。最小示例：" }
    no_such { "There is no such survey" "没有这份问卷" }
    no_such_hint { "It may have been renamed. Choose another one above." "它可能已改名。请在上方另选一份。" }
    nobody { "Nobody answered this survey" "没有人填写这份问卷" }
    nobody_hint { "Widen the period, choose another touchpoint or clear a filter." "请放宽时段、另选触点或清除筛选。" }
    n_invalid[n] { "1 answer off its scale was left out." | "{n} answers off their scale were left out." "{n}个超出量表的答复未计入。" }
    alone { "Each interval is by itself: of twenty, one is expected to miss." "各区间单独成立：二十个中平均会有一个落空。" }

    quality_short(gap) { "What was found falls short of what was expected: {gap}" "感受低于期望：{gap}" }
    quality_over(gap) { "What was found is better than what was expected: {gap}" "感受高于期望：{gap}" }
    quality_open(gap) { "No gap between what was found and what was expected may be claimed: {gap}" "不能断言感受与期望有差距：{gap}" }
    quality_alike(gap) { "Every gap between what was found and what was expected is the same, so that no interval can be given: {gap}" "感受与期望的差距全部相同，无法给出区间：{gap}" }
    quality_unknown { "Too few whole answers for a gap" "完整答复太少，算不出差距" }
    quality_score(score) { "How good the service is found: {score}" "服务质量感受：{score}" }
    of_scale(min, max) { "on a scale from {min} to {max}" "量表为{min}至{max}" }
    gap { "Gap" "差距" }
    gap_overall { "Gap, unweighted" "差距（未加权）" }
    gap_weighted { "Gap, weighted by what matters" "差距（按重视程度加权）" }
    score_overall { "Found, unweighted (SERVPERF)" "感受（未加权，SERVPERF）" }
    score_weighted { "Found, weighted by what matters" "感受（按重视程度加权）" }
    lowest_gap(name) { "{name} has the lowest mean gap in this sample." "在本样本中，{name}的平均差值（感受减期望）最低。" }
    lowest_score(name) { "{name} has the lowest mean in this sample." "在本样本中，{name}的平均分最低。" }
    left_out[n] { "1 respondent gave no answer that can be used to some item, and has no overall figure." | "{n} respondents gave no answer that can be used to some item, and have no overall figure." "{n}位答卷者有题项漏答或无效，没有总分。" }
    expected { "Expected" "期望" }
    found { "Found" "感受" }
    weight { "Weight" "权重" }
    item { "Item" "题项" }
    dimension { "Dimension" "维度" }
    by_dimension { "Expected and found, by dimension" "各维度的期望与感受" }
    found_by_dimension { "Found, by dimension" "各维度的感受" }
    items_title { "Dimensions and their items" "各维度及题项" }
    items_caption { "Every dimension and its items: expected, found, gap, each with its interval" "每个维度及其题项：期望、感受、差距及区间" }
    gap_words(dimension, expected, found, gap) { "{dimension}: expected {expected}, found {found}, gap {gap}" "{dimension}：期望{expected}，感受{found}，差距{gap}" }
    found_words(dimension, found) { "{dimension}: found {found}" "{dimension}：感受{found}" }
    bars_are { "The bars are 95% intervals." "横条为95%区间。" }
    short { "falls short" "低于期望" }
    over { "better than expected" "高于期望" }
    open { "no gap may be claimed" "不能断言有差距" }
    unknown { "too few answers" "答复太少" }
    alike { "all gaps alike, no interval" "差距全部相同，无区间" }

    reliability { "Do answers to the items of each dimension go together?" "各维度内题项的答复是否一致？" }
    reliability_caption { "Cronbach's alpha of what was found, by dimension" "各维度感受的Cronbach α" }
    alpha { "Alpha" "α系数" }
    wanted { "Wanted" "要求" }
    wanted_is(wanted) { "wanted: {wanted}" "要求：{wanted}" }
    meaning { "What may be said" "可以怎么说" }
    surely { "Reaches what is wanted, and so does its whole interval: answers to these items go together well enough for their mean to be used." "达到要求，且整个区间都达到：这些题项的答复足够一致，可使用其均值。" }
    likely { "Reaches what is wanted in this sample, but its interval does not whole: more respondents would settle it." "在本样本中达到要求，但区间下限未达到：需要更多答卷者才能确定。" }
    open_alpha { "Does not reach what is wanted here; the interval leaves open whether it would with more respondents." "此处未达到要求；区间表明，答卷者更多时能否达到尚不能断言。" }
    not { "Does not reach what is wanted, nor does any of its interval: their mean carries more noise than was asked for." "未达到要求，整个区间都未达到：其均值的误差大于所要求的水平。" }
    undefined { "Not defined: it takes two items, two respondents who answered all of them, and answers that differ." "无法计算：至少需要两个题项、两位全部作答者，且答复有差异。" }
    cancelled { "Not defined: answers differ, but in every respondent's sum they cancel each other. Look for an item that is worded the other way round, and reverse it where it comes from." "无法计算：答复有差异，但在每位答卷者的总分中相互抵消。请查找反向表述的题项，并在数据源反转。" }
    alpha_title(alpha) { "Cronbach's alpha: {alpha}" "Cronbach α：{alpha}" }
    no_alpha { "Cronbach's alpha is not defined" "Cronbach α无法计算" }
    alpha_words(alpha, low, high, wanted) { "Alpha {alpha}, 95% interval {low} to {high}, wanted {wanted}" "α为{alpha}，95%区间{low}至{high}，要求{wanted}" }
    alpha_alone(alpha, wanted) { "Alpha {alpha}, wanted {wanted}" "α为{alpha}，要求{wanted}" }
    listwise[n] { "1 respondent gave no answer that can be used to some item, and is left out (listwise)." | "{n} respondents gave no answer that can be used to some item, and are left out (listwise)." "{n}位答卷者有题项漏答或无效，整份剔除。" }
    not_truth { "Alpha says that answers go together: neither that they are about one thing, nor that it is the right one." "α只说明答复步调一致，既不说明题目只测一件事，也不说明问对了事。" }
    scale_items { "The items" "题项" }
    scale_caption { "Each item: mean, variance, correlation with the rest, alpha without it" "每个题项：均值、方差、与其余题项的相关、删除后的α" }
    mean { "Mean" "均值" }
    variance { "Variance" "方差" }
    item_rest { "With the rest" "与其余相关" }
    without { "Alpha without it" "删除后的α" }
    rest_words(r) { "correlation {r}; the middle is none" "相关{r}；中线为无相关" }
    better_without { "Alpha would be higher without this item. That alone is no reason to drop it." "删除此项α会更高，但这本身不是删除的理由。" }
    constant { "Everybody answered alike: this item tells nobody from anybody, and lowers alpha." "所有人答复相同：此项无法区分任何人，并会拉低α。" }
    against { "Runs against the rest. If it is worded the other way round, reverse its answers where they come from; nothing is reversed here." "与其余题项方向相反。若题目为反向表述，请在数据源反转答复；这里不作任何反转。" }
    weak { "Has little in common with the rest (under 0.3)." "与其余题项关联很弱（低于0.3）。" }

    needs { "What each feature is to those who were asked" "各项功能对受访者意味着什么" }
    needs_found(n, all) { "Features with a category that leads by more than chance: {n} of {all}" "{all}项功能中有{n}项的类别领先不止于偶然" }
    needs_note(n) { "Fong's tests of all {n} features are corrected together (Holm), so that none leads by luck." "全部{n}项功能的Fong检验一并校正（Holm），以免有功能凭运气领先。" }
    plane_words { "Features by how much they please and how much their lack displeases; the table has the same figures" "按满意与不满意程度排列的功能；数据同下表" }
    worse_axis { "Displeases when missing →" "缺少时不满 →" }
    better_axis { "Pleases when there →" "具备时满意 →" }
    plane_note { "A number is a feature of the table; its cross are 95% intervals. The lines in the middle are a convention, not a test." "编号对应表中功能，十字为95%区间。中间的分界线是惯例，并非检验。" }
    needs_caption { "Each feature: category, better, worse, strengths, and how many see in it what" "每项功能：类别、满意与不满意系数、强度及各类别人数" }
    feature { "Feature" "功能" }
    category { "Category" "类别" }
    better { "Better" "满意系数" }
    worse { "Worse" "不满意系数" }
    lead { "Lead" "领先" }
    matters { "Matters to" "在意者" }
    leads_clearly(category) { "{category}: leads by more than chance (Fong, Holm)." "{category}：领先不止于偶然（Fong检验，Holm校正）。" }
    leads_unclear(first, second) { "Not significant (Fong, Holm): chance alone could put {first} before {second}. No category may be claimed." "不显著（Fong检验，Holm校正）：仅凭偶然也可能使{first}领先于{second}。不能断言类别。" }
    nobody_paired { "Nobody answered both questions." "无人同时回答两个问题。" }
    mixed { "Mixed: the lead is under 6%." "混合型：领先不足6%。" }
    half_missing[n] { "1 gave an answer that can be used to only one of the two questions, and is left out." | "{n} gave an answer that can be used to only one of the two questions, and are left out." "{n}人两题中仅一题有效，未计入。" }

    must_be { "Must-be" "必备" }
    one_dimensional { "One-dimensional" "期望" }
    attractive { "Attractive" "魅力" }
    indifferent { "Indifferent" "无差异" }
    reverse { "Reverse" "反向" }
    questionable { "Questionable" "可疑" }
    must_be_means { "taken for granted; its lack angers" "理所当然，缺了就不满" }
    one_dimensional_means { "the more, the better" "越多越好" }
    attractive_means { "delights, and is not missed" "有则惊喜，无也不怨" }
    indifferent_means { "neither here nor there" "可有可无" }
    reverse_means { "not wanted" "不想要" }
    questionable_means { "the two answers contradict each other" "两个回答自相矛盾" }
}

/// A category's name.
pub fn kano(category: KanoCategory, lang: Lang) -> &'static str {
    match category {
        KanoCategory::MustBe => must_be(lang),
        KanoCategory::OneDimensional => one_dimensional(lang),
        KanoCategory::Attractive => attractive(lang),
        KanoCategory::Indifferent => indifferent(lang),
        KanoCategory::Reverse => reverse(lang),
        KanoCategory::Questionable => questionable(lang),
    }
}

/// What a category means, in a few words.
pub fn kano_means(category: KanoCategory, lang: Lang) -> &'static str {
    match category {
        KanoCategory::MustBe => must_be_means(lang),
        KanoCategory::OneDimensional => one_dimensional_means(lang),
        KanoCategory::Attractive => attractive_means(lang),
        KanoCategory::Indifferent => indifferent_means(lang),
        KanoCategory::Reverse => reverse_means(lang),
        KanoCategory::Questionable => questionable_means(lang),
    }
}

/// What may be said of a feature's category.
pub fn leads(leads: Leads, category: Option<KanoCategory>, lang: Lang) -> String {
    match (leads, category) {
        (Leads::Clearly, Some(category)) => leads_clearly(lang, kano(category, lang)),
        (Leads::Unclear(second), Some(first)) => {
            leads_unclear(lang, kano(first, lang), kano(second, lang))
        }
        _ => nobody_paired(lang).to_owned(),
    }
}

/// What may be said of a gap, in a word or two.
pub fn said(gap: Gap, lang: Lang) -> &'static str {
    match gap {
        Gap::Short => short(lang),
        Gap::Over => over(lang),
        Gap::Open => open(lang),
        Gap::Unknown => unknown(lang),
        Gap::Alike => alike(lang),
    }
}

/// What may be said of service quality as a whole, with its gap in words.
pub fn quality(gap: Gap, value: &str, lang: Lang) -> String {
    match gap {
        Gap::Short => quality_short(lang, value),
        Gap::Over => quality_over(lang, value),
        Gap::Open => quality_open(lang, value),
        Gap::Unknown => quality_unknown(lang).to_owned(),
        Gap::Alike => quality_alike(lang, value),
    }
}

/// What may be said of a scale's reliability.
pub fn reliable(verdict: Reliable, lang: Lang) -> &'static str {
    match verdict {
        Reliable::Surely => surely(lang),
        Reliable::Likely => likely(lang),
        Reliable::Open => open_alpha(lang),
        Reliable::Not => not(lang),
        Reliable::Undefined => undefined(lang),
        Reliable::Cancelled => cancelled(lang),
    }
}

/// What is to be looked at in an item.
pub fn warning(warning: ItemWarning, lang: Lang) -> &'static str {
    match warning {
        ItemWarning::Constant => constant(lang),
        ItemWarning::Against => against(lang),
        ItemWarning::Weak => weak(lang),
    }
}
