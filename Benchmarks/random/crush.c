// Runs a TestU01 battery on the raw bits that arrive on standard input.
//
//   crush small|crush|rabbit [reversed]
//
// TestU01 looks mostly at high bits; `reversed` gives it each 32-bit word back to front.
#include <testu01/bbattery.h>
#include <testu01/swrite.h>
#include <testu01/unif01.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t buffer[1 << 14];
static size_t used, held;

static unsigned int forwards(void) {
  if (used == held) {
    held = fread(buffer, sizeof *buffer, sizeof buffer / sizeof *buffer, stdin);
    used = 0;
    if (held == 0) {
      fprintf(stderr, "crush: the numbers ended\n");
      exit(1);
    }
  }
  return buffer[used++];
}

static unsigned int backwards(void) {
  uint32_t x = forwards();
  x = (x >> 1 & 0x55555555) | (x & 0x55555555) << 1;
  x = (x >> 2 & 0x33333333) | (x & 0x33333333) << 2;
  x = (x >> 4 & 0x0f0f0f0f) | (x & 0x0f0f0f0f) << 4;
  return __builtin_bswap32(x);
}

int main(int count, char **arguments) {
  char name[] = "standard input";
  const char *battery = count > 1 ? arguments[1] : "";
  const int is_reversed = count > 2 && strcmp(arguments[2], "reversed") == 0;
  unif01_Gen *bits = unif01_CreateExternGenBits(name, is_reversed ? backwards : forwards);
  swrite_Basic = FALSE;
  if (strcmp(battery, "small") == 0) {
    bbattery_SmallCrush(bits);
  } else if (strcmp(battery, "crush") == 0) {
    bbattery_Crush(bits);
  } else if (strcmp(battery, "rabbit") == 0) {
    bbattery_Rabbit(bits, 0x1p30);
  } else {
    fprintf(stderr, "usage: crush small|crush|rabbit [reversed]\n");
    return 64;
  }
  for (int i = 0; i < bbattery_NTests; i++)
    printf("p %s\t%.6g\n", bbattery_TestNames[i], bbattery_pVal[i]);
  return 0;
}
