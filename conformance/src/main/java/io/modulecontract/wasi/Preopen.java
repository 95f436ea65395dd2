package io.modulecontract.wasi;

import io.modulecontract.abi.Access;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A directory that a guest finds open.
 *
 * @param guest the path under which the guest knows it
 * @param host the directory on the host; without one it is empty, and nothing can be created in it
 * @param access what the guest may do there
 */
public record Preopen(String guest, Optional<Path> host, Access access) {}
