# Strategies on the three ambitions, with 95 % intervals, from a results folder's summary.csv.
#
#   gnuplot -e "folder='results/four-quadrants'; picture='ambitions.svg'" scripts/plot/ambitions.gnuplot
#
# Needs gnuplot 5.4 (Debian: apt-get install gnuplot-nox) and awk.
if (!exists("folder")) folder = "results/four-quadrants"
if (!exists("picture")) picture = "ambitions.svg"
file = folder . "/summary.csv"

metrics = "value_per_public_euro quality_realised democracy"
titles = "'More for less' 'Quality' 'Democracy'"
labels = "'value per public euro' 'realised quality' 'democracy'"

# summary.csv: point is column 2, strategy 3, metric 4, mean 8, ci_low 11, ci_high 12; the first point is shown.
rows(metric) = sprintf("< awk -F, 'NR == 2 {p = $2} $2 == p && $4 == \"%s\" && $8 != \"\"' '%s'", metric, file)
strategies = system(sprintf("awk -F, 'NR > 1 && !seen[$3]++ {print $3}' '%s'", file))
n = words(strategies)
place(name) = sum [i=1:n] (word(strategies, i) eq name ? n - i + 1 : 0)

set datafile separator ","
set terminal svg size 900,270 font "sans-serif,13" background "white"
if (picture[strlen(picture) - 3:] eq ".png") { set terminal pngcairo size 900,270 font "sans-serif,10" }
set output picture
longest = 0
do for [i = 1:n] { if (strlen(word(strategies, i)) > longest) { longest = strlen(word(strategies, i)) } }
left = 0.012 * longest > 0.12 ? 0.012 * longest : 0.12
set multiplot layout 1,3 margins left,0.985,0.22,0.88 spacing 0.045,0
set border 3 linecolor rgb "#666666"
set tics nomirror textcolor rgb "#333333"
set xtics font ",8"
set grid xtics linecolor rgb "#dddddd"
unset key
set ytics ()
do for [i = 1:n] { set ytics add (word(strategies, i) n - i + 1) }
# Some four tics: 1, 2 or 5 times a power of ten apart.
power(x) = 10 ** floor(log10(x))
nice(x) = power(x) * (x / power(x) < 2 ? 2 : x / power(x) < 5 ? 5 : 10)
do for [i = 1:3] {
  set yrange [*:*]
  stats rows(word(metrics, i)) using 11:12 nooutput
  set yrange [0.4:n + 0.6]
  span = STATS_max_y - STATS_min_x
  if (span > 0) { set xtics nice(span / 4) } else { set xtics autofreq }
  set title word(titles, i) offset 0,-0.5
  set xlabel word(labels, i)
  if (i > 1) { set format y "" ; set ytics () ; do for [k = 1:n] { set ytics add ("" k) } }
  plot rows(word(metrics, i)) using 8:(place(strcol(3))):11:12 \
    with xerrorbars pointtype 7 pointsize 0.6 linewidth 2 linecolor rgb "#1f5fa8"
}
unset multiplot
