//! Nothing but the home of the faulty guests in `examples`: each is `arrow_rows` with one step done wrong.
#![no_std]
