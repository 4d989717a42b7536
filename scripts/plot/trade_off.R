# Value per public euro against democracy: runs, and the means of strategies, from runs.csv.
#
#   Rscript scripts/plot/trade_off.R results/four-quadrants trade_off.svg
#
# Means that no other strategy's equal on both and beat on one are filled.
library(ggplot2)

arguments <- commandArgs(trailingOnly = TRUE)
runs <- read.csv(file.path(arguments[1], "runs.csv"))
runs <- subset(runs, point == min(point) & !is.na(value_per_public_euro) & !is.na(democracy))
runs$strategy <- factor(runs$strategy, unique(runs$strategy))
means <- aggregate(cbind(x = value_per_public_euro, y = democracy) ~ strategy, runs, mean)
beaten <- mapply(function(x, y) any(means$x >= x & means$y >= y & (means$x > x | means$y > y)),
                 means$x, means$y)
means$front <- ifelse(beaten, "dominated", "undominated")

picture <- ggplot(means, aes(x, y, colour = strategy, shape = strategy)) +
  geom_point(aes(value_per_public_euro, democracy), runs, alpha = 0.15, size = 0.7) +
  geom_point(data = subset(means, front == "undominated"), size = 4) +
  geom_point(data = subset(means, front == "dominated"), size = 4, fill = "white", stroke = 1) +
  scale_colour_manual(values = rep_len(c("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9",
                                         "#e69f00", "#000000"), nrow(means))) +
  scale_shape_manual(values = ifelse(means$front == "dominated", rep_len(c(1, 0, 2, 5, 6, 3, 4), nrow(means)),
                                     rep_len(c(16, 15, 17, 18, 25, 3, 4), nrow(means)))) +
  labs(x = "value per public euro", y = "democracy",
       caption = "filled: undominated; small: runs") +
  theme_minimal()
ggsave(arguments[2], picture, width = 7, height = 4.5, dpi = 150, bg = "white")
