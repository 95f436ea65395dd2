//! Nothing but the home of the faulty guests in `examples`: each is `tables` with one step done wrong.
#![no_std]
