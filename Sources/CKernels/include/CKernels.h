/// The products and row operations of the encoder, over oneDNN.
#ifndef CHANCERY_KERNELS_H
#define CHANCERY_KERNELS_H

#include <stdint.h>

/// Keeps OpenMP, on which oneDNN runs, to one thread for all that the calling thread starts.
void chancery_use_one_thread(void);

#endif
