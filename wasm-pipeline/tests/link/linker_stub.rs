//! A program that something runs before: the linker writes functions that call it, and no relocations for these calls.
#![no_std]

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

static mut STARTED: u32 = 1;

#[unsafe(link_section = ".init_array")]
#[used]
static START: extern "C" fn() = start;

extern "C" fn start() {
    unsafe { STARTED += 1 };
}

pub mod later {
    pub mod entry {
        #[inline(never)]
        pub fn show(number: u32) -> u32 {
            number * 3
        }
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn run(number: u32) -> u32 {
    later::entry::show(number) + unsafe { STARTED }
}

// expected
// refused: in __wasm_call_ctors: a call of function 2 without a relocation: did the linker write this function?
