#include "CPages.h"

#include <setjmp.h>
#include <stdlib.h>

// A page's memory comes from blocks that grow, and goes back all at once. Gumbo checks no allocation: past the limit, it is
// left by a jump.
typedef struct block {
  struct block *next;
} block;

struct chancery_page {
  block *blocks;
  char *free;
  size_t left;
  size_t taken;
  size_t limit;
  size_t step;
  GumboOutput *output;
  jmp_buf out;
};

enum { alignment = 16, first_step = 1 << 18, last_step = 1 << 22 };

static void *allocate(void *userdata, size_t size) {
  chancery_page *page = userdata;
  size = (size + alignment - 1) & ~(size_t)(alignment - 1);
  if (size > page->left) {
    size_t room = size > page->step ? size : page->step;
    if (page->taken + room > page->limit) longjmp(page->out, 1);
    block *next = malloc(alignment + room);
    if (!next) longjmp(page->out, 1);
    next->next = page->blocks;
    page->blocks = next;
    page->free = (char *)next + alignment;
    page->left = room;
    page->taken += room;
    if (page->step < last_step) page->step *= 2;
  }
  void *result = page->free;
  page->free += size;
  page->left -= size;
  return result;
}

// What is given back in the middle of parsing stays until the page goes.
static void deallocate(void *userdata, void *pointer) {
  (void)userdata;
  (void)pointer;
}

chancery_page *chancery_page_parse(const char *html, size_t length, size_t limit) {
  chancery_page *page = calloc(1, sizeof *page);
  if (!page) return NULL;
  page->limit = limit;
  page->step = first_step;
  if (setjmp(page->out)) {
    chancery_page_free(page);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = page;
  options.max_errors = 0;
  page->output = gumbo_parse_with_options(&options, html, length);
  return page;
}

const GumboOutput *chancery_page_tree(const chancery_page *page) { return page->output; }

void chancery_page_free(chancery_page *page) {
  if (!page) return;
  for (block *each = page->blocks; each;) {
    block *next = each->next;
    free(each);
    each = next;
  }
  free(page);
}
