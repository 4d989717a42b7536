# How a metric unfolds: median, middle half and 90 % of the runs of each strategy, from rounds.csv.
#
#   gnuplot -e "folder='results/four-quadrants'; picture='unfolding.svg'" scripts/plot/unfolding.gnuplot
#
# Needs gnuplot 5.4, awk and sort.
if (!exists("folder")) folder = "results/four-quadrants"
if (!exists("picture")) picture = "unfolding.svg"
if (!exists("metric")) metric = "quality_realised"
file = folder . "/rounds.csv"
if (system(sprintf("test -f '%s' && echo yes", file)) ne "yes") {
  exit error "there is no " . file . "; run without --no-rounds"
}

# Column numbers by name; the first design point only.
head = "NR == 1 {for (i = 1; i <= NF; i++) c[$i] = i; next} NR == 2 {p = $(c[\"point\"])} "
strategies = system(sprintf( \
  "awk -F, '%s $(c[\"point\"]) == p && !seen[$(c[\"strategy\"])]++ {print $(c[\"strategy\"])}' '%s'", \
  head, file))
# A row for each month: month, and the 5, 25, 50, 75 and 95 % quantiles, interpolated.
fan(strategy) = sprintf( \
  "< awk -F, '%s $(c[\"point\"]) == p && $(c[\"strategy\"]) == \"%s\" && $(c[\"%s\"]) != \"\" {print $(c[\"round\"]), $(c[\"%s\"])}' '%s' | sort -k1,1n -k2,2g | awk 'function q(f) {h = (n - 1) * f + 1; l = int(h); return v[l] + (h - l) * (v[l < n ? l + 1 : l] - v[l])} function row() {print m, q(.05), q(.25), q(.5), q(.75), q(.95)} $1 != m && NR > 1 {row(); n = 0} {m = $1; v[++n] = $2} END {row()}'", \
  head, strategy, metric, metric, file)
n = words(strategies)

set terminal svg size 100 + 180 * n,290 font "sans-serif,13" background "white"
if (picture[strlen(picture) - 3:] eq ".png") { set terminal pngcairo size 100 + 180 * n,290 font "sans-serif,10" }
set output picture
set multiplot layout 1,n margins 0.09,0.985,0.2,0.87 spacing 0.02,0
set border 3 linecolor rgb "#666666"
set tics nomirror textcolor rgb "#333333"
set grid linecolor rgb "#eeeeee"
set style fill solid noborder
unset key
# The same axis for all: from the ends of all fans.
low = 1e300; high = -1e300
do for [s in strategies] {
  stats fan(s) using 2:6 nooutput
  low = STATS_min_x < low ? STATS_min_x : low
  high = STATS_max_y > high ? STATS_max_y : high
}
set yrange [low - 0.05 * (high - low) : high + 0.05 * (high - low)]
set xlabel "month"
set xtics 12 font ",10"
title = system(sprintf("printf '%%s' '%s' | tr _ ' '", metric))
do for [i = 1:n] {
  set title word(strategies, i) offset 0,-0.5
  if (i == 1) { set ylabel title } else { unset ylabel; set format y "" }
  plot fan(word(strategies, i)) using 1:2:6 with filledcurves linecolor rgb "#cfdcec", \
    "" using 1:3:5 with filledcurves linecolor rgb "#8fb0d6", \
    "" using 1:4 with lines linewidth 2 linecolor rgb "#103660"
}
unset multiplot
