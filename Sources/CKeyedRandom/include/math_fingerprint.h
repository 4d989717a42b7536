// Tells C maths libraries apart whose functions differ in last bits.
//
// The C library chooses variants of exp, log, pow and others by processor (with fused multiply-add
// or without), and its versions differ too. About one result in a thousand to one in a hundred
// thousand then differs in its last bit, which is enough to part two long runs.
#ifndef MATH_FINGERPRINT_H
#define MATH_FINGERPRINT_H

#include <stdint.h>

// A hash over some two million results: of every function of the C maths library that the model and
// GSL's samplers call and that may be rounded in more than one way, at fixed arguments over the
// ranges that matter, and of GSL's samplers themselves, which a compiler may have fused.
uint64_t math_fingerprint(void);

#endif
