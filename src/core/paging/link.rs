//! The `Link` header (RFC 8288).

/// The address that a `Link` header has under the relation `next`.
pub(super) fn next(header: &str) -> Option<&str> {
    let mut rest = header;
    while let Some((target, after)) = target(rest) {
        let end = end_of_link(after);
        let (parameters, following) = after.split_at(end);
        if is_next(parameters) {
            return Some(target);
        }
        rest = following;
    }
    None
}

/// The next target between angle brackets, and what follows it.
fn target(text: &str) -> Option<(&str, &str)> {
    text.split_once('<')?.1.split_once('>')
}

/// Where a link's parameters end: at a comma that is not between quotes.
fn end_of_link(text: &str) -> usize {
    let mut is_quoted = false;
    let ends = |c: char| {
        is_quoted ^= c == '"';
        c == ',' && !is_quoted
    };
    text.find(ends).unwrap_or(text.len())
}

/// A relation has several names at times, in any case. Only the first `rel` counts (RFC 8288, 3.3).
fn is_next(parameters: &str) -> bool {
    let mut pairs = parameters.split(';').filter_map(|parameter| parameter.split_once('='));
    let rel = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
    rel.is_some_and(|(_, names)| {
        let names = names.trim().trim_matches('"');
        names.split_ascii_whitespace().any(|name| name.eq_ignore_ascii_case("next"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_is_found_among_its_neighbours() {
        let header = r#"<http://a/r?_page=1>; rel="first", <http://a/r?_page=3>; rel="next", <http://a/r?_page=9>; rel="last""#;
        assert_eq!(next(header), Some("http://a/r?_page=3"));
        assert_eq!(next("<b?a=1,2;c>;title=\"x, <y>; rel=next\";REL=Next"), Some("b?a=1,2;c"));
        assert_eq!(next("<c>; rel=\"last NEXT\""), Some("c"));
        assert_eq!(next("<>; rel=next"), Some(""));
    }

    #[test]
    fn where_none_is_there_is_none() {
        for header in
            ["", "<a>", "<a>; rel=prev", "a; rel=next", "<a; rel=next", "<a>; rel=nextish"]
        {
            assert_eq!(next(header), None, "{header}");
        }
        assert_eq!(next("<a>; rel=prev; rel=next"), None, "the first rel counts");
    }
}
