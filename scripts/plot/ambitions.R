# Strategies on the three ambitions, means with 95 % intervals, from summary.csv.
#
#   Rscript scripts/plot/ambitions.R results/four-quadrants ambitions.svg
library(ggplot2)

arguments <- commandArgs(trailingOnly = TRUE)
metrics <- c(value_per_public_euro = "value per public euro", quality_realised = "realised quality",
             democracy = "democracy")
summary <- read.csv(file.path(arguments[1], "summary.csv"))
summary <- subset(summary, point == min(point) & metric %in% names(metrics))
summary$strategy <- factor(summary$strategy, rev(unique(summary$strategy)))
summary$metric <- factor(metrics[summary$metric], metrics)

picture <- ggplot(subset(summary, !is.na(mean)), aes(mean, strategy, xmin = ci_low, xmax = ci_high)) +
  geom_errorbarh(height = 0.2, colour = "#1f5fa8", na.rm = TRUE) +
  geom_point(colour = "#1f5fa8", size = 2) +
  facet_wrap(~metric, scales = "free_x") +
  labs(x = NULL, y = NULL) +
  theme_minimal() +
  theme(panel.spacing = unit(1.2, "lines"))
ggsave(arguments[2], picture, width = 9, height = 1.4 + 0.3 * nlevels(summary$strategy), dpi = 150, bg = "white")
