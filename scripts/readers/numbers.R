# Reads columns of a table in three ways, and writes their numbers one after the other as doubles:
#   Rscript numbers.R TABLE SKIP PREFIX COLUMN...   makes PREFIX.read.csv, PREFIX.fread, PREFIX.exact
arguments <- commandArgs(TRUE)
table <- arguments[1]
skip <- as.integer(arguments[2])
columns <- arguments[-(1:3)]

save <- function(way, values) {
  numbers <- as.double(unlist(values, use.names = FALSE))
  writeBin(numbers, paste0(arguments[3], ".", way), endian = "little")
}

# R's own conversion of text is not always exact; that of jsonlite is.
exact <- function(text) {
  text[is.na(text) | text == ""] <- "null"
  as.double(jsonlite::fromJSON(paste0("[", paste(text, collapse = ","), "]")))
}

save("read.csv", read.csv(table, skip = skip, check.names = FALSE)[columns])
save("fread", data.table::fread(
  table, skip = skip, header = TRUE, select = columns, integer64 = "double"
)[, columns, with = FALSE])
text <- data.table::fread(
  table, skip = skip, header = TRUE, select = columns, colClasses = "character",
  na.strings = "", data.table = FALSE)
save("exact", lapply(text[columns], exact))
