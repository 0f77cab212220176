//! No more requests at once than an API is to have.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Lets so many in at once; the others wait in the order they came. Cloning it gives another handle to the same.
#[derive(Clone, Debug)]
pub struct Gate(Rc<RefCell<Inside>>);

#[derive(Debug)]
struct Inside {
    free: u32,
    waiting: VecDeque<(u64, Waker)>,
    came: u64,
}

/// The right to be inside; given back when dropped.
#[derive(Debug)]
pub struct Pass(Gate);

/// Somebody who wants in.
struct Entering {
    gate: Gate,
    number: Option<u64>,
}

impl Gate {
    /// A gate for so many at once, for one at least.
    pub fn new(most: u32) -> Self {
        Self(Rc::new(RefCell::new(Inside { free: most.max(1), waiting: VecDeque::new(), came: 0 })))
    }

    /// Goes in as soon as there is room.
    pub fn enter(&self) -> impl Future<Output = Pass> + use<> {
        Entering { gate: self.clone(), number: None }
    }
}

impl Inside {
    fn is_turn_of(&self, number: Option<u64>) -> bool {
        let first = self.waiting.front().map(|(number, _)| *number);
        self.free > 0 && first == number
    }

    fn leave_queue(&mut self, number: Option<u64>) {
        self.waiting.retain(|(known, _)| Some(*known) != number);
    }

    fn call_next(&self) {
        if let Some((_, waker)) = self.waiting.front().filter(|_| self.free > 0) {
            waker.wake_by_ref();
        }
    }
}

impl Future for Entering {
    type Output = Pass;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Pass> {
        let gate = self.gate.clone();
        let mut inside = gate.0.borrow_mut();
        if inside.is_turn_of(self.number) {
            inside.leave_queue(self.number.take());
            inside.free -= 1;
            inside.call_next();
            return Poll::Ready(Pass(gate.clone()));
        }
        let waker = context.waker().clone();
        match self.number {
            Some(number) => {
                let mut own = inside.waiting.iter_mut().filter(|(known, _)| *known == number);
                own.by_ref().for_each(|(_, known)| known.clone_from(&waker));
            }
            None => {
                inside.came += 1;
                self.number = Some(inside.came);
                let number = inside.came;
                inside.waiting.push_back((number, waker));
            }
        }
        Poll::Pending
    }
}

impl Drop for Entering {
    fn drop(&mut self) {
        if self.number.is_some() {
            let mut inside = self.gate.0.borrow_mut();
            inside.leave_queue(self.number);
            inside.call_next();
        }
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let mut inside = self.0.0.borrow_mut();
        inside.free += 1;
        inside.call_next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll<F: Future>(entering: &mut Pin<Box<F>>) -> Option<F::Output> {
        match entering.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(pass) => Some(pass),
            Poll::Pending => None,
        }
    }

    #[test]
    fn so_many_are_let_in_and_the_others_in_their_order() {
        let gate = Gate::new(2);
        let mut all: Vec<_> = (0..4).map(|_| Box::pin(gate.enter())).collect();
        let mut inside: Vec<_> = all.iter_mut().map(poll).collect();
        let are_in =
            |inside: &[Option<Pass>]| inside.iter().map(Option::is_some).collect::<Vec<_>>();
        assert_eq!(are_in(&inside), [true, true, false, false]);
        inside[1] = None;
        assert!(poll(&mut all[3]).is_none(), "it is not its turn");
        inside[2] = poll(&mut all[2]);
        assert_eq!(are_in(&inside), [true, false, true, false]);
        assert!(poll(&mut Box::pin(gate.enter())).is_none());
    }

    #[test]
    fn who_goes_away_keeps_nobody_waiting() {
        let gate = Gate::new(0);
        let pass = poll(&mut Box::pin(gate.enter()));
        assert!(pass.is_some(), "one may always go in");
        let (mut second, mut third) = (Box::pin(gate.enter()), Box::pin(gate.enter()));
        assert!(poll(&mut second).is_none() && poll(&mut third).is_none());
        drop(second);
        drop(pass);
        assert!(poll(&mut third).is_some());
    }
}
