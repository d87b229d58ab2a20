//! A panic's message is written by functions in slots, and names a place in a source file. Where panics become traps nothing
//! reaches them any more.
#![no_std]

use core::fmt::Write as _;

struct Sum(u32);

impl core::fmt::Write for Sum {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 += text.bytes().map(u32::from).sum::<u32>();
        Ok(())
    }
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    let mut sum = Sum(0);
    let _ = write!(sum, "{info}");
    unsafe { SEEN = sum.0 };
    loop {}
}

static mut SEEN: u32 = 1;
static NUMBERS: [u32; 3] = [10, 200, 3000];

pub struct Unseen(u32);

impl core::fmt::Debug for Unseen {
    #[inline(never)]
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str(["demo-unseen-one", "demo-unseen-two"][self.0 as usize & 1])
    }
}

pub mod later {
    pub mod entry {
        #[inline(never)]
        pub fn show(number: usize) -> u32 {
            if number > 7 {
                panic!("demo has no {:?}", super::super::Unseen(number as u32));
            }
            assert!(number != 5, "demo: not five");
            super::super::NUMBERS[number]
        }
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn run(number: usize) -> u32 {
    later::entry::show(number)
}
// expected
// later
//   data: 14 bytes "demo:notfive"
//   data: 15 bytes "demohasno"
//   slot: <demo::Unseen as core::fmt::Debug>::fmt
// dead
//   data: 15 bytes "demo-unseen-one"
//   data: 15 bytes "demo-unseen-two"
//   data: 26 bytes "demo/tests/link/panics.rs"
//   slot: <demo::Sum as core::fmt::Write>::write_str
