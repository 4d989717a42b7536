# Paired differences against the baseline with 95 % intervals, from comparison.csv.
#
#   cocreate compare results/four-quadrants
#   Rscript scripts/plot/differences.R results/four-quadrants differences.svg [BASELINE]
library(ggplot2)

arguments <- commandArgs(trailingOnly = TRUE)
metrics <- c(value_per_public_euro = "value per public euro", quality_realised = "realised quality",
             democracy = "democracy")
table <- read.csv(file.path(arguments[1], "comparison.csv"))
manifest <- paste(readLines(file.path(arguments[1], "manifest.json")), collapse = " ")
found <- regmatches(manifest, regexec('"baseline" : "([^"]*)"', manifest))[[1]]
baseline <- if (length(arguments) > 2) arguments[3] else if (length(found)) found[2] else table$versus[1]
# Over several design points, the mean of all of them.
if (any(is.na(table$point))) table <- subset(table, is.na(point))
table <- subset(table, versus == baseline & metric %in% names(metrics))
table$strategy <- factor(table$strategy, rev(unique(table$strategy)))
table$metric <- factor(metrics[table$metric], metrics)

picture <- ggplot(table, aes(difference, strategy, xmin = ci_low, xmax = ci_high)) +
  geom_vline(xintercept = 0, colour = "#888888") +
  geom_errorbarh(height = 0.2, colour = "#1f5fa8", na.rm = TRUE) +
  geom_point(colour = "#1f5fa8", size = 2) +
  facet_wrap(~metric, scales = "free_x") +
  labs(x = NULL, y = NULL, title = paste("Difference from", baseline)) +
  theme_minimal() +
  theme(panel.spacing = unit(1.2, "lines"))
ggsave(arguments[2], picture, width = 9, height = 1.7 + 0.3 * nlevels(table$strategy), dpi = 150, bg = "white")
