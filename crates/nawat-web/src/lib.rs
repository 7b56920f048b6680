//! Pages, API, live updates and sign-in. Thin: parse what came in, call the room that knows, render.

pub mod pages;
