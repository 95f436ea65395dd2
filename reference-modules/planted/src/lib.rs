//! Nothing but the home of the guests in `examples`: each is a guest that keeps the contract, but for one input.
#![no_std]
