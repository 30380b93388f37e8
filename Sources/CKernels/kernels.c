#include "CKernels.h"

#include <dlfcn.h>

void chancery_use_one_thread(void) {}
