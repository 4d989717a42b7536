# Value per public euro against democracy: runs, and the means of strategies, from runs.csv.
#
#   gnuplot -e "folder='results/four-quadrants'; picture='trade_off.svg'" scripts/plot/trade_off.gnuplot
#
# Needs gnuplot 5.4 and awk. Means that no other strategy's equal on both and beat on one are filled.
if (!exists("folder")) folder = "results/four-quadrants"
if (!exists("picture")) picture = "trade_off.svg"
file = folder . "/runs.csv"

head = "NR == 1 {for (i = 1; i <= NF; i++) c[$i] = i; next} NR == 2 {p = $(c[\"point\"])} $(c[\"point\"]) == p {s = $(c[\"strategy\"]); x = $(c[\"value_per_public_euro\"]); y = $(c[\"democracy\"])} $(c[\"point\"]) != p || x == \"\" || y == \"\" {next} "
strategies = system(sprintf("awk -F, '%s !seen[s]++ {print s}' '%s'", head, file))
n = words(strategies)
runs(strategy) = sprintf("< awk -F, '%s s == \"%s\" {print x, y}' '%s'", head, strategy, file)
mean(strategy) = system(sprintf( \
  "awk -F, '%s s == \"%s\" {n++; a += x; b += y} END {print a / n, b / n}' '%s'", \
  head, strategy, file))

array X[n]; array Y[n]; array Free[n]
do for [i = 1:n] { m = mean(word(strategies, i)); X[i] = real(word(m, 1)); Y[i] = real(word(m, 2)) }
do for [i = 1:n] {
  Free[i] = 1
  do for [k = 1:n] {
    if (X[k] >= X[i] && Y[k] >= Y[i] && (X[k] > X[i] || Y[k] > Y[i])) { Free[i] = 0 }
  }
}

set terminal svg size 760,480 font "sans-serif,13" background "white"
if (picture[strlen(picture) - 3:] eq ".png") { set terminal pngcairo size 760,480 font "sans-serif,10" }
set output picture
set border 3 linecolor rgb "#666666"
set tics nomirror textcolor rgb "#333333"
set grid linecolor rgb "#eeeeee"
set key outside right center Left reverse
set xlabel "value per public euro"
set ylabel "democracy"
colours = "#0072b2 #d55e00 #009e73 #cc79a7 #56b4e9 #e69f00 #000000"
filled = "7 5 9 13 11 15 1"
hollow = "6 4 8 12 10 14 2"
pick(list, i) = word(list, (i - 1) % 7 + 1)
plot for [i = 1:n] runs(word(strategies, i)) using 1:2 with points pointtype 7 pointsize 0.15 \
    linecolor rgb pick(colours, i) notitle, \
  for [i = 1:n] X using (i == $1 ? X[i] : NaN):(Y[i]) with points pointsize 1.4 linewidth 2 \
    pointtype int(pick(Free[i] ? filled : hollow, i)) linecolor rgb pick(colours, i) \
    title word(strategies, i) . (Free[i] ? " (undominated)" : "")
