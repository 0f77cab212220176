//! What is wrong with an input, in the words of whoever wrote it.

/// What the JSON reader says of types, and what an analyst calls it.
const WORDS: [(&str, &str); 12] = [
    ("expected f64", "expected a number"),
    ("expected a string", "expected a text"),
    ("expected a sequence", "expected a list"),
    ("expected a map", "expected an object"),
    ("expected a tuple of size 2", "expected two values"),
    ("expected a tuple of size 3", "expected three values"),
    ("invalid type: map", "invalid type: an object"),
    ("invalid type: sequence", "invalid type: a list"),
    ("floating point `", "number `"),
    ("integer `", "number `"),
    ("EOF while parsing", "the input ends in the middle of"),
    ("expected value", "no value of those that are wanted here"),
];

/// The message of a value that could not be read.
pub(super) fn plain(message: &str) -> String {
    let told =
        WORDS.iter().fold(message.to_owned(), |text, (word, plain)| text.replace(word, plain));
    // A list that goes on where it should end.
    objects(&told).replace("trailing characters", "more values than are wanted here")
}

/// "expected struct Rating" is an object, whatever the program calls it.
fn objects(message: &str) -> String {
    let Some((before, named)) = message.split_once("expected struct ") else {
        return message.to_owned();
    };
    let after = named.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(named.len());
    format!("{before}expected an object{}", &named[after..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_the_program_is_left() {
        let told = plain("invalid type: sequence, expected struct Rating at line 1 column 9");
        assert_eq!(told, "invalid type: a list, expected an object at line 1 column 9");
        let told = plain("invalid type: string \"nine\", expected f64 at line 1 column 3");
        assert_eq!(told, "invalid type: string \"nine\", expected a number at line 1 column 3");
    }
}
