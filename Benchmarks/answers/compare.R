# What `cocreate compare` finds of pairs, with data.table: prints the sum of all differences.
library(data.table)

metrics <- c("value_per_public_euro", "quality_realised", "democracy")
runs <- fread(commandArgs(trailingOnly = TRUE)[1],
              select = c("point", "strategy", "replicate", metrics))
strategies <- unique(runs$strategy)
total <- 0
for (metric in metrics) {
  wide <- dcast(runs, point + replicate ~ strategy, value.var = metric)
  wide[, most := do.call(pmax, .SD), .SDcols = strategies]
  for (name in strategies) wide[, mean(get(name) == most), by = point]
  for (i in seq_along(strategies)) for (b in strategies[-seq_len(i)]) {
    d <- wide[[strategies[i]]] - wide[[b]]
    groups <- data.table(point = wide$point, d)[!is.na(d), .(n = .N, mean = mean(d), sd = sd(d)), by = point]
    groups[, half := qt(0.975, n - 1) * sd / sqrt(n)]
    groups[, p := 2 * pt(-abs(mean / (sd / sqrt(n))), n - 1)]
    total <- total + sum(groups$mean)
  }
}
cat(sprintf("%.9f\n", total))
