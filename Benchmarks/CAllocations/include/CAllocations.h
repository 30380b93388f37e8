/// Counts what is asked of malloc in a program that links this.
#ifndef CHANCERY_ALLOCATIONS_H
#define CHANCERY_ALLOCATIONS_H

#include <stdint.h>

/// How many times memory was asked for since the program began; −1 where that cannot be counted.
int64_t chancery_allocations(void);

#endif
