package io.modulecontract.checks;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReading;
import io.modulecontract.engine.Policy;
import java.util.Optional;

/**
 * The module under check, with all that its checks depend on.
 *
 * @param reading what came out of reading the binary; never {@code Unsupported}
 * @param loaded the module, when it is well-formed
 * @param descriptor what its author declares
 * @param profile the names under which it exports the contract
 * @param policy what it may use
 * @param effort how much is tried
 * @param seed what every random choice is made from
 */
public record Subject(
    ModuleReading reading,
    Optional<LoadedModule> loaded,
    ModuleDescriptor descriptor,
    Profile profile,
    Policy policy,
    Effort effort,
    long seed) {}
