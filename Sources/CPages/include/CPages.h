/// Gumbo's parse of a page within a bound of memory.
#ifndef CHANCERY_PAGES_H
#define CHANCERY_PAGES_H

#include <gumbo.h>
#include <stddef.h>

/// A parsed page and the memory that holds it.
typedef struct chancery_page chancery_page;

/// Parses UTF-8. NULL where the tree would take more than `limit` bytes, or there is no memory. What `html` points to has to
/// outlive the page.
chancery_page *chancery_page_parse(const char *html, size_t length, size_t limit);

/// The tree of a page.
const GumboOutput *chancery_page_tree(const chancery_page *page);

/// Gives all memory of a page back at once, without a walk of its tree: Gumbo's own recurses.
void chancery_page_free(chancery_page *page);

#endif
