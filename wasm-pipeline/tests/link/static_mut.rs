//! A function whose address stands in a `static mut`: in the main module at first, and a chunk puts its own there.
#![no_std]

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

static mut HOOK: fn(u32) -> u32 = first;

#[inline(never)]
fn first(number: u32) -> u32 {
    number + 3
}

pub mod later {
    pub mod entry {
        static mut OWN: [fn(u32) -> u32; 2] = [super::second, super::third];

        #[inline(never)]
        pub fn set(number: usize) {
            unsafe {
                OWN[number & 1] = OWN[(number + 1) & 1];
                super::super::HOOK = OWN[number & 1];
            }
        }
    }

    #[inline(never)]
    fn second(number: u32) -> u32 {
        number * 5
    }

    #[inline(never)]
    fn third(number: u32) -> u32 {
        number * 7 + super::NUMBERS[number as usize & 3]
    }
}

static NUMBERS: [u32; 4] = [1, 20, 300, 4000];

#[unsafe(no_mangle)]
pub extern "C" fn run(number: u32) -> u32 {
    if number == 7 {
        later::entry::set(number as usize);
    }
    unsafe { HOOK(number) }
}

// expected
// later
//   slot: demo::later::second
// dead
