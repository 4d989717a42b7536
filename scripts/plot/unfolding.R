# How a metric unfolds: median, middle half and 90 % of the runs of each strategy, from rounds.csv.
#
#   Rscript scripts/plot/unfolding.R results/four-quadrants unfolding.svg [METRIC]
library(ggplot2)

arguments <- commandArgs(trailingOnly = TRUE)
metric <- if (length(arguments) > 2) arguments[3] else "quality_realised"
rounds <- read.csv(file.path(arguments[1], "rounds.csv"))
rounds <- rounds[rounds$point == min(rounds$point) & !is.na(rounds[[metric]]), ]
fans <- aggregate(rounds[[metric]], rounds[c("strategy", "round")], quantile,
                  c(0.05, 0.25, 0.5, 0.75, 0.95))
fans <- data.frame(strategy = factor(fans$strategy, unique(rounds$strategy)), round = fans$round,
                   setNames(as.data.frame(fans$x), c("q05", "q25", "median", "q75", "q95")))

picture <- ggplot(fans, aes(round)) +
  geom_ribbon(aes(ymin = q05, ymax = q95), fill = "#1f5fa8", alpha = 0.2) +
  geom_ribbon(aes(ymin = q25, ymax = q75), fill = "#1f5fa8", alpha = 0.35) +
  geom_line(aes(y = median), colour = "#103660") +
  facet_wrap(~strategy, nrow = 1) +
  scale_x_continuous(breaks = seq(0, max(fans$round), 12)) +
  labs(x = "month", y = gsub("_", " ", metric)) +
  theme_minimal() +
  theme(panel.spacing = unit(1.2, "lines"))
ggsave(arguments[2], picture, width = 1 + 1.9 * nlevels(fans$strategy), height = 2.8, dpi = 150, bg = "white")
