//! The module under test in wasmtime, set up as fast as its documentation tells how.

use std::path::Path;

use wasmtime::{
    Config, Enabled, Engine, Error, InstanceAllocationStrategy, InstancePre, Linker, Memory,
    Module, ModuleExport, OptLevel, PoolingAllocationConfig, Result, Store, TypedFunc,
    error::Context,
};

/// The memory limit that the suite gives a guest, too: 2048 pages.
const MEMORY_LIMIT: usize = 128 << 20;

/// More than a run of 100 operations ever touches, so that a slot is cleaned by writing its dirty
/// pages back, never by unmapping them.
const KEPT_RESIDENT: usize = 4 << 20;

/// A compiled module, ready to be instantiated any number of times.
pub struct Subject {
    module: InstancePre<()>,
    memory: ModuleExport,
    allocate: ModuleExport,
    deallocate: ModuleExport,
    initialize: Option<ModuleExport>,
}

impl Subject {
    pub fn load(path: &Path) -> Result<Self> {
        let engine = Engine::new(&configuration())?;
        let bytes = std::fs::read(path)?;
        let module = Module::new(&engine, bytes)?;
        let export = |name: &str| {
            module
                .get_export_index(name)
                .with_context(|| format!("the module exports no `{name}`"))
        };
        Ok(Self {
            memory: export("memory")?,
            allocate: export("wasm_allocate")?,
            deallocate: export("wasm_deallocate")?,
            initialize: module.get_export_index("_initialize"),
            module: refusing(&module)?.instantiate_pre(&module)?,
        })
    }

    /// A new instance; with one slot in the pool, the one before it must be gone.
    pub fn instantiate(&self) -> Result<Guest> {
        let mut store = Store::new(self.module.module().engine(), ());
        let instance = self.module.instantiate(&mut store)?;
        let mut export = |export: &ModuleExport| instance.get_module_export(&mut store, export);
        let memory = export(&self.memory).and_then(|found| found.into_memory());
        let allocate = export(&self.allocate).and_then(|found| found.into_func());
        let deallocate = export(&self.deallocate).and_then(|found| found.into_func());
        let initialize = self.initialize.as_ref().and_then(export);
        if let Some(initialize) = initialize.and_then(|found| found.into_func()) {
            initialize.typed::<(), ()>(&store)?.call(&mut store, ())?;
        }
        let not_a = |what| move || Error::msg(format!("an export of the module is not a {what}"));
        Ok(Guest {
            memory: memory.ok_or_else(not_a("memory"))?,
            allocate: allocate.ok_or_else(not_a("function"))?.typed(&store)?,
            deallocate: deallocate.ok_or_else(not_a("function"))?.typed(&store)?,
            store,
        })
    }
}

/// Nothing is granted: an allocator has no reason to call its host, so each such call is a trap.
fn refusing(module: &Module) -> Result<Linker<()>> {
    let mut linker = Linker::new(module.engine());
    linker.define_unknown_imports_as_traps(module)?;
    Ok(linker)
}

/// Everything that makes a new instance cheap: one slot, kept mapped, only its dirty pages reset.
/// Asking the kernel which pages are dirty (`pagemap_scan`, Linux 6.7) doubled the rate.
fn configuration() -> Config {
    let mut pool = PoolingAllocationConfig::new();
    pool.total_core_instances(1)
        .total_memories(1)
        .total_tables(1)
        .max_memory_size(MEMORY_LIMIT)
        .linear_memory_keep_resident(KEPT_RESIDENT)
        .table_keep_resident(KEPT_RESIDENT)
        .pagemap_scan(Enabled::Auto);
    let mut configuration = Config::new();
    configuration
        .allocation_strategy(InstanceAllocationStrategy::Pooling(pool))
        .cranelift_opt_level(OptLevel::Speed)
        .wasm_backtrace_max_frames(None);
    configuration
}

/// One instance, with the three exports of the contract.
pub struct Guest {
    store: Store<()>,
    memory: Memory,
    allocate: TypedFunc<u32, u32>,
    deallocate: TypedFunc<u32, i32>,
}

impl Guest {
    pub fn allocate(&mut self, size: u32) -> Result<u32> {
        self.allocate.call(&mut self.store, size)
    }

    pub fn deallocate(&mut self, pointer: u32) -> Result<i32> {
        self.deallocate.call(&mut self.store, pointer)
    }

    pub fn memory(&mut self) -> &mut [u8] {
        self.memory.data_mut(&mut self.store)
    }
}
