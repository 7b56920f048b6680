//! One file a page: a plain view struct, already in words and numbers, and its template.
