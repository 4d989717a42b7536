# Paired differences against the baseline with 95 % intervals, from comparison.csv.
#
#   cocreate compare results/four-quadrants
#   gnuplot -e "folder='results/four-quadrants'; picture='differences.svg'" scripts/plot/differences.gnuplot
#
# Needs gnuplot 5.4, awk and sed.
if (!exists("folder")) folder = "results/four-quadrants"
if (!exists("picture")) picture = "differences.svg"
if (!exists("baseline")) baseline = system(sprintf( \
  "sed -n 's/^  \"baseline\" : \"\\(.*\\)\",*$/\\1/p' '%s/manifest.json'", folder))
file = folder . "/comparison.csv"

metrics = "value_per_public_euro quality_realised democracy"
labels = "'value per public euro' 'realised quality' 'democracy'"

# comparison.csv: point is column 2 (empty for the mean over several), metric 3, strategy 4, versus 5,
# difference 8, ci_low 10, ci_high 11.
head = sprintf("NR == 2 {p = $2} $2 == p && $5 == \"%s\"", baseline)
rows(metric) = sprintf("< awk -F, '%s && $3 == \"%s\"' '%s'", head, metric, file)
strategies = system(sprintf("awk -F, '%s && !seen[$4]++ {print $4}' '%s'", head, file))
n = words(strategies)
place(name) = sum [i=1:n] (word(strategies, i) eq name ? n - i + 1 : 0)

set datafile separator ","
set terminal svg size 900,290 font "sans-serif,13" background "white"
if (picture[strlen(picture) - 3:] eq ".png") { set terminal pngcairo size 900,290 font "sans-serif,10" }
set output picture
longest = 0
do for [i = 1:n] { if (strlen(word(strategies, i)) > longest) { longest = strlen(word(strategies, i)) } }
left = 0.012 * longest > 0.12 ? 0.012 * longest : 0.12
set multiplot layout 1,3 title "Difference from " . baseline margins left,0.985,0.22,0.86 spacing 0.045,0
set border 3 linecolor rgb "#666666"
set tics nomirror textcolor rgb "#333333"
set xtics font ",8"
set grid xtics linecolor rgb "#dddddd"
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb "#888888"
unset key
set ytics ()
do for [i = 1:n] { set ytics add (word(strategies, i) n - i + 1) }
# Some four tics: 1, 2 or 5 times a power of ten apart.
power(x) = 10 ** floor(log10(x))
nice(x) = power(x) * (x / power(x) < 2 ? 2 : x / power(x) < 5 ? 5 : 10)
do for [i = 1:3] {
  set xrange [*:*]
  set yrange [*:*]
  stats rows(word(metrics, i)) using 10:11 nooutput
  set yrange [0.4:n + 0.6]
  # With 0, which the line is drawn at.
  low = STATS_min_x < 0 ? STATS_min_x : 0
  high = STATS_max_y > 0 ? STATS_max_y : 0
  set xrange [low - 0.05 * (high - low):high + 0.05 * (high - low)]
  span = high - low
  if (span > 0) { set xtics nice(span / 4) } else { set xtics autofreq }
  set xlabel word(labels, i)
  if (i > 1) { set format y "" ; set ytics () ; do for [k = 1:n] { set ytics add ("" k) } }
  plot rows(word(metrics, i)) using 8:(place(strcol(4))):10:11 \
    with xerrorbars pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb "#1f5fa8"
}
unset multiplot
