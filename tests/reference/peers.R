# Reference values of R: its own tests, quantiles and corrections, and the reliability of psych.
#
# Writes `peers.json` beside this file; `main.rs` holds the library to it. How to run, from the root of the repository:
#
#   Rscript tests/reference/peers.R
#
# The committed values were made with R 4.2.2 and psych 2.2.9 (Debian: r-base-core, r-cran-psych). Wilson's interval and the
# pooled z are those of prop.test without continuity correction, Mann-Whitney's p is that of wilcox.test with it,
# Welch's test is t.test. psych gives alpha with Feldt's interval, item-rest correlations and alpha without an item.

suppressPackageStartupMessages(library(psych))

# JSON --------------------------------------------------------------------------------------------

# An object is a list with names, a list is one without; NULL and NA are null.
json <- function(x) {
  if (is.null(x) || (is.atomic(x) && length(x) == 1 && is.na(x))) return("null")
  if (is.list(x) && !is.null(names(x))) {
    members <- mapply(function(name, value) paste0('"', name, '": ', json(value)), names(x), x)
    return(paste0("{", paste(members, collapse = ", "), "}"))
  }
  if (is.list(x)) return(paste0("[", paste(vapply(x, json, ""), collapse = ", "), "]"))
  if (length(x) != 1) return(paste0("[", paste(vapply(x, json, ""), collapse = ", "), "]"))
  if (is.logical(x)) return(if (x) "true" else "false")
  if (is.character(x)) return(paste0('"', x, '"'))
  sprintf("%.17g", x)
}

# A list even of a single number.
many <- function(x) as.list(unname(x))

case <- function(name, input, expected) list(case = name, input = input, expected = expected)

interval <- function(ends) list(low = ends[[1]], high = ends[[2]])

# Shares ------------------------------------------------------------------------------------------

wilson <- function(hits, n, level) {
  test <- prop.test(hits, n, conf.level = level, correct = FALSE)
  figure <- list(value = hits / n, n = n, ci = interval(test$conf.int))
  case(sprintf("R, %d of %d, %g", hits, n, level), list(hits = hits, n = n, level = level), figure)
}

wilson_cases <- function() {
  lots <- list(c(0, 1), c(1, 1), c(0, 12), c(12, 12), c(1, 2), c(7, 9), c(33, 100), c(881, 1000), c(1, 1e6))
  usual <- lapply(lots, function(lot) suppressWarnings(wilson(lot[1], lot[2], 0.95)))
  c(usual, list(wilson(17, 43, 0.8), wilson(17, 43, 0.99)))
}

two_proportions <- function(a, b) {
  test <- suppressWarnings(prop.test(c(a[1], b[1]), c(a[2], b[2]), correct = FALSE))
  difference <- a[1] / a[2] - b[1] / b[2]
  given <- list(a = list(hits = a[1], n = a[2]), b = list(hits = b[1], n = b[2]))
  z <- sign(difference) * sqrt(unname(test$statistic))
  case(sprintf("R, %d of %d and %d of %d", a[1], a[2], b[1], b[2]), given,
       list(difference = difference, z = z, p_value = test$p.value))
}

two_proportions_cases <- function() {
  lots <- list(list(c(56, 70), c(48, 80)), list(c(1, 1), c(0, 1)), list(c(9, 10), c(3, 10)), list(c(3, 300), c(9, 280)),
               list(c(20, 40), c(51, 100)), list(c(400, 500), c(280, 500)), list(c(881, 1000), c(842, 1000)))
  lapply(lots, function(lot) two_proportions(lot[[1]], lot[[2]]))
}

# Answers -----------------------------------------------------------------------------------------

answers <- function(seed, n, weights) {
  set.seed(seed)
  sample(seq_along(weights), n, replace = TRUE, prob = weights)
}

pairs_of_lots <- function() {
  list(
    list("two each, apart", c(1, 1), c(5, 5)),
    list("two each", c(1, 2), c(3, 5)),
    list("uneven", c(2, 4), answers(1, 90, c(1, 1, 2, 4, 3))),
    list("much alike", answers(2, 60, c(1, 2, 3, 4, 3)), answers(3, 70, c(1, 2, 3, 4, 3))),
    list("apart", answers(4, 80, c(1, 1, 2, 5, 6)), answers(5, 75, c(4, 4, 3, 2, 1))),
    list("hundreds", answers(6, 400, c(1, 2, 3, 5, 4)), answers(7, 500, c(1, 2, 4, 5, 3))),
    list("only one varies", rep(4, 9), c(3, 4, 5, 5))
  )
}

welch <- function(name, a, b) {
  if (var(a) + var(b) == 0) return(case(paste("R,", name), list(a = many(a), b = many(b)), NULL))
  test <- t.test(a, b)
  case(paste("R,", name), list(a = many(a), b = many(b)),
       list(difference = mean(a) - mean(b), ci = interval(test$conf.int), t = unname(test$statistic),
            df = unname(test$parameter), p_value = test$p.value))
}

mann_whitney <- function(name, a, b) {
  test <- wilcox.test(a, b, exact = FALSE, correct = TRUE)
  case(paste("R,", name), list(a = many(a), b = many(b)),
       list(n_a = length(a), n_b = length(b), u = unname(test$statistic), p_value = test$p.value))
}

of_lots <- function(test) lapply(pairs_of_lots(), function(lot) test(lot[[1]], lot[[2]], lot[[3]]))

# Laws --------------------------------------------------------------------------------------------

holm_cases <- function() {
  lots <- list(numeric(0), 0.04, c(0.01, 0.04, 0.03), rep(0.02, 6), c(0.9, 0.6, 0.2, 0.4, 1), c(0, 1, 0, 1),
               c(1e-200, 3.7e-180, 0.02, 1e-200, 4e-57, 1.2e-9, 0.3))
  lapply(lots, function(p) case(paste("R,", length(p), "tests"), list(p_values = many(p)), many(p.adjust(p, "holm"))))
}

quantile_cases <- function() {
  set.seed(11)
  lots <- list(7, c(1, 2), c(4, 1, 3, 2), rep(5, 7), round(rnorm(31, 0, 1000), 4), sample(1:5, 200, replace = TRUE))
  of <- function(lot, share) {
    case(sprintf("R, %d values, %g", length(lot), share), list(values = many(lot), share = share),
         quantile(lot, share, type = 7, names = FALSE))
  }
  do.call(c, lapply(lots, function(lot) lapply(c(0, 0.1, 0.5, 0.9, 0.95, 1), function(share) of(lot, share))))
}

correlation_cases <- function(method) {
  set.seed(12)
  x <- round(rnorm(40), 2)
  lots <- list(list("a falling line", 1:9, -3 * (1:9)), list("ties", sample(1:5, 60, replace = TRUE), sample(1:5, 60, replace = TRUE)),
               list("near", x, round(x + rnorm(40) / 2, 2)), list("one stray", c(1:9, 1000), c(1:9, -1000)))
  lapply(lots, function(lot) {
    r <- cor(lot[[2]], lot[[3]], method = method)
    case(paste("R,", lot[[1]]), list(pairs = Map(function(a, b) list(a, b), lot[[2]], lot[[3]])),
         list(n = length(lot[[2]]), r = r))
  })
}

normal_cases <- function() {
  lapply(c(0.1, 0.5, 0.9, 0.95, 0.999999), function(level) {
    case(paste("R,", level), list(level = level), qnorm((1 + level) / 2))
  })
}

student_cases <- function() {
  lots <- expand.grid(level = c(0.5, 0.95, 0.999), df = c(1, 2.5, 12, 77.7, 900, 123456))
  Map(function(level, df) {
    case(sprintf("R, %g, df %g", level, df), list(level = level, df = df), qt((1 + level) / 2, df))
  }, lots$level, lots$df)
}

# Reliability -------------------------------------------------------------------------------------

reliability <- function(name, items) {
  found <- suppressWarnings(psych::alpha(as.data.frame(items), check.keys = FALSE, warnings = FALSE))
  rows <- lapply(seq_len(nrow(items)), function(row) many(items[row, ]))
  statistics <- lapply(seq_len(ncol(items)), function(item) {
    list(mean = mean(items[, item]), variance = var(items[, item]),
         item_rest_correlation = found$item.stats$r.drop[item],
         alpha_if_deleted = if (ncol(items) > 2) found$alpha.drop$raw_alpha[item] else NULL)
  })
  ci <- list(low = found$feldt$lower.ci[[1]], high = found$feldt$upper.ci[[1]])
  case(paste("psych,", name), list(rows = rows, level = 0.95),
       list(n = nrow(items), n_missing = 0, alpha = found$total$raw_alpha, ci = ci, items = statistics))
}

scale_of <- function(seed, n, k, noise) {
  set.seed(seed)
  person <- rnorm(n, 3)
  items <- sapply(seq_len(k), function(item) pmin(5, pmax(1, round(person + rnorm(n, 0, noise)))))
  colnames(items) <- paste0("q", seq_len(k))
  items
}

alpha_cases <- function() {
  list(reliability("three items", scale_of(21, 25, 3, 0.6)), reliability("five items", scale_of(22, 80, 5, 0.5)),
       reliability("noise", scale_of(23, 60, 6, 3)), reliability("twenty-two items", scale_of(24, 150, 22, 0.9)))
}

# All ---------------------------------------------------------------------------------------------

all_cases <- list(
  wilson = wilson_cases(), two_proportions = two_proportions_cases(), welch = of_lots(welch),
  mann_whitney = of_lots(mann_whitney), holm = holm_cases(), quantile = quantile_cases(),
  pearson = correlation_cases("pearson"), spearman = correlation_cases("spearman"),
  normal_quantile = normal_cases(), student_quantile = student_cases(), alpha = alpha_cases()
)

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
lines <- function(cases) paste(paste0("    ", vapply(cases, json, "")), collapse = ",\n")
indices <- mapply(function(name, cases) paste0('  "', name, '": [\n', lines(cases), "\n  ]"), names(all_cases), all_cases)
writeLines(paste0("{\n", paste(indices, collapse = ",\n"), "\n}"), file.path(here, "peers.json"))
