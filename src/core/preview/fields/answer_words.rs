//! Words for answers, in English and Chinese: data.

/// A family of words, and how far each is from the middle: from 3, best, to −3. A scale of five has no place for 1.
pub(super) struct Family {
    pub(super) words: &'static [(&'static str, i8)],
}

/// A word of no family that says that nothing was answered.
pub(super) const NOTHING: [&str; 8] =
    ["n a", "none", "offered", "not answered", "skipped", "未评价", "未回答", "无"];

/// Words that belong together. A word may be in several: what it stands for is seen from those beside it.
pub(super) const FAMILIES: [Family; 9] = [
    Family {
        words: &[
            ("very satisfied", 3),
            ("satisfied", 2),
            ("somewhat satisfied", 1),
            ("neutral", 0),
            ("neither satisfied nor dissatisfied", 0),
            ("somewhat dissatisfied", -1),
            ("dissatisfied", -2),
            ("unsatisfied", -2),
            ("very dissatisfied", -3),
            ("very unsatisfied", -3),
        ],
    },
    Family {
        words: &[
            ("非常满意", 3),
            ("很满意", 3),
            ("满意", 2),
            ("比较满意", 2),
            ("一般", 0),
            ("不满意", -2),
            ("不太满意", -2),
            ("非常不满意", -3),
            ("很不满意", -3),
        ],
    },
    Family {
        words: &[
            ("strongly agree", 3),
            ("agree", 2),
            ("somewhat agree", 1),
            ("neutral", 0),
            ("neither agree nor disagree", 0),
            ("somewhat disagree", -1),
            ("disagree", -2),
            ("strongly disagree", -3),
        ],
    },
    Family {
        words: &[
            ("非常同意", 3),
            ("同意", 2),
            ("比较同意", 1),
            ("一般", 0),
            ("中立", 0),
            ("不太同意", -1),
            ("不同意", -2),
            ("非常不同意", -3),
        ],
    },
    Family {
        words: &[
            ("very easy", 3),
            ("easy", 2),
            ("somewhat easy", 1),
            ("neutral", 0),
            ("somewhat difficult", -1),
            ("difficult", -2),
            ("very difficult", -3),
        ],
    },
    Family {
        words: &[
            ("非常容易", 3),
            ("容易", 2),
            ("比较容易", 1),
            ("一般", 0),
            ("比较困难", -1),
            ("困难", -2),
            ("非常困难", -3),
        ],
    },
    Family { words: &[("good", 3), ("bad", -3)] },
    Family {
        words: &[
            ("excellent", 3),
            ("very good", 3),
            ("good", 2),
            ("average", 0),
            ("fair", 0),
            ("ok", 0),
            ("poor", -2),
            ("bad", -2),
            ("very poor", -3),
            ("very bad", -3),
            ("terrible", -3),
        ],
    },
    Family {
        words: &[
            ("非常好", 3),
            ("很好", 3),
            ("好", 2),
            ("好评", 3),
            ("中评", 0),
            ("一般", 0),
            ("差", -2),
            ("差评", -3),
            ("很差", -3),
            ("非常差", -3),
        ],
    },
];

/// Kano's five words and others for them.
pub(super) const FEELINGS: [(&str, &str); 23] = [
    ("like", "like"),
    ("i like it", "like"),
    ("expect", "expect"),
    ("must be", "expect"),
    ("i expect it", "expect"),
    ("neutral", "neutral"),
    ("i am neutral", "neutral"),
    ("tolerate", "tolerate"),
    ("live with", "tolerate"),
    ("i can live with it", "tolerate"),
    ("dislike", "dislike"),
    ("i dislike it", "dislike"),
    ("喜欢", "like"),
    ("很喜欢", "like"),
    ("理应如此", "expect"),
    ("理所当然", "expect"),
    ("无所谓", "neutral"),
    ("能忍受", "tolerate"),
    ("可以忍受", "tolerate"),
    ("勉强接受", "tolerate"),
    ("不喜欢", "dislike"),
    ("很不喜欢", "dislike"),
    ("讨厌", "dislike"),
];
