//! Calculates one index from the command line: JSON in, JSON out.

use heartline::core::calculator::{CALCULATORS, CalculationError, calculator};
use std::io::{Read, Write, stderr, stdin, stdout};
use std::process::ExitCode;

const HELP: &str = "\
Calculates one index of service quality from a JSON object of inputs.

Usage:
  heartline-index INDEX < input.json    write the result as JSON
  heartline-index --list                name every index
  heartline-index --schema INDEX        write what an index takes, as a JSON Schema
  heartline-index --help                write this

A result or a figure that is not defined is null. Bad input gets an error that names the path to
the bad value, and exit code 2.

Example:
  echo '{\"answers\": [10, 9, 8, 3, null]}' | heartline-index nps";

/// The input, or the command, cannot be used.
const BAD_INPUT: u8 = 2;

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Calculation(#[from] CalculationError),
    #[error("`{0}` is not understood here; --help says what is")]
    Usage(String),
    #[error("input: not UTF-8 from byte {} on", .0.valid_up_to())]
    NotText(std::str::Utf8Error),
    #[error("the input cannot be read: {0}")]
    Unreadable(std::io::Error),
    #[error("the result cannot be written: {0}")]
    Unwritable(std::io::Error),
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match answer(&arguments).and_then(|text| write(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has had enough.
        Err(Failure::Unwritable(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            // With nowhere to write to, the exit code says it alone.
            let _ = writeln!(stderr(), "heartline-index: {failure}{}", hint(&failure));
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn answer(arguments: &[String]) -> Result<String, Failure> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] | ["--help" | "-h"] => Ok(HELP.to_owned()),
        ["--list"] => Ok(list()),
        ["--schema", index] => Ok(format!("{:#}", calculator(index)?.schema())),
        [index] if !index.starts_with('-') => calculate(index),
        [first, ..] => Err(Failure::Usage((*first).to_owned())),
    }
}

fn list() -> String {
    let width = CALCULATORS.iter().map(|one| one.name().len()).max().unwrap_or_default();
    let line = |name: &str, about: String| format!("{name:width$}  {about}");
    CALCULATORS.iter().map(|one| line(one.name(), one.about())).collect::<Vec<_>>().join("\n")
}

fn calculate(index: &str) -> Result<String, Failure> {
    let calculator = calculator(index)?;
    let mut input = Vec::new();
    stdin().read_to_end(&mut input).map_err(Failure::Unreadable)?;
    let input = String::from_utf8(input).map_err(|error| Failure::NotText(error.utf8_error()))?;
    Ok(calculator.calculate(&input)?)
}

fn write(text: &str) -> Result<(), Failure> {
    writeln!(stdout(), "{text}").map_err(Failure::Unwritable)
}

fn hint(failure: &Failure) -> &'static str {
    match failure {
        Failure::Calculation(CalculationError::Unknown(_)) => "; --list names them all",
        _ => "",
    }
}
