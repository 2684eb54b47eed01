//! What changes on the page, in few types.
//!
//! Leptos compiles its rendering once for each type of closure, list and condition that it is given: a third
//! of the module, before this. Here closures are boxed first, so that there is one rendering for each type of
//! *value*; so text that changes is always a `String`, a condition always a property. [`Show`] and [`For`] read like those of Leptos and stand in their place.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::html::attribute::custom::{CustomAttr, custom_attribute};
use leptos::tachys::reactive_graph::{OwnedView, SharedReactiveFunction};
use leptos::tachys::view::iterators::StaticVec;
use leptos::tachys::view::keyed::keyed;

/// A value that follows the signals it reads: text, an attribute, a property.
///
/// Not needed where the closure stands in `view!` itself, which boxes it likewise.
pub fn dynamic<T: 'static>(
    mut value: impl FnMut() -> T + Send + 'static,
) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(move || {
        forget_when_gone();
        value()
    }))
}

/// A value that is derived from signals, computed once however many read it.
///
/// What comes and goes with a card reads the long-lived memos of [`crate::Reading`] through one of these.
pub fn memo<T: Clone + PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    lasting_memo(move || {
        forget_when_gone();
        value()
    })
}

/// A [`memo()`] that lives as long as all that it reads, so that it need not be taken off their lists.
pub fn lasting_memo<T: Clone + PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let value: Box<dyn Fn() -> T + Send + Sync> = Box::new(value);
    Memo::new(move |_| value())
}

/// Takes whatever runs now off the lists of what it reads, once it is gone.
///
/// A memo keeps everything that ever read it on its list, the dead too, for as long as it lives itself.
fn forget_when_gone() {
    if let Some(reader) = Observer::get() {
        // Held until then: the parts of a list are dropped before what they own is cleaned up, and of a reader that is
        // dropped nobody knows any more what it read.
        let held = reader.1.upgrade();
        on_cleanup(move || held.iter().for_each(|held| held.clear_sources(&reader)));
    }
}

/// A part of the page that follows the signals it reads.
pub fn dynamic_view<V: IntoView + 'static>(
    view: impl Fn() -> V + Send + 'static,
) -> SharedReactiveFunction<AnyView> {
    dynamic(move || view().into_any())
}

/// An attribute, for `{..attribute("for", INPUT)}` in `view!`.
///
/// There each name makes a type of its own, five functions of the module. An attribute that one or two elements
/// have is given in this way: then its name is a value, and its type that of all others so given.
pub fn attribute<V: AttributeValue>(name: &'static str, value: V) -> CustomAttr<&'static str, V> {
    custom_attribute(name, value)
}

/// Runs `act` now and whenever a signal that it reads changes.
pub fn effect(act: impl FnMut() + 'static) {
    boxed_effect(Box::new(act));
}

/// One function for all effects.
fn boxed_effect(mut act: Box<dyn FnMut()>) {
    let act: Box<dyn FnMut()> = Box::new(move || {
        forget_when_gone();
        act();
    });
    Effect::new(act);
}

/// Views of `items` in a list, all of one type.
pub fn views<V: IntoView + 'static>(items: impl IntoIterator<Item = V>) -> Vec<AnyView> {
    items.into_iter().map(|item| item.into_any()).collect()
}

/// Whether something holds, as the signals that it reads say. Copies are cheap.
#[derive(Clone)]
pub struct Condition(Arc<dyn Fn() -> bool + Send + Sync>);

impl Condition {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        (self.0)()
    }
}

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for Condition {
    fn from(holds: F) -> Self {
        Self(Arc::new(holds))
    }
}

/// Shows its children while `when` holds, else the fallback.
#[component]
pub fn Show(
    /// The condition.
    #[prop(into)]
    when: Condition,
    /// What is shown meanwhile.
    #[prop(optional, into)]
    fallback: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let when = memo(move || when.holds());
    dynamic(move || match when.get() {
        // Lists of different types, so that one takes the other's place and none is changed into the other; and types
        // that there are anyway, other than `Either`.
        true => vec![children()].into_any(),
        false => StaticVec::from(vec![fallback.run()]).into_any(),
    })
}

/// An entry of a list that may never come to be shown, because it is there already.
struct Entry {
    key: String,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

/// Shows one child for each entry, keeping what is there of the entries that stay.
#[component]
pub fn For<T, V>(
    /// The entries, in order.
    each: impl Fn() -> Vec<T> + Send + 'static,
    /// What tells an entry from the others.
    key: impl Fn(&T) -> String + Send + 'static,
    /// Shows an entry.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
{
    let children = Arc::new(children);
    let entry = move |entry: T| Entry {
        key: key(&entry),
        view: {
            let children = children.clone();
            Box::new(move || children(entry).into_any())
        },
    };
    list(Box::new(move || each().into_iter().map(&entry).collect()))
}

fn list(entries: Box<dyn Fn() -> Vec<Entry> + Send>) -> impl IntoView {
    let groups = Arc::new(Mutex::new(Groups::new()));
    let child = move |_, entry: Entry| {
        let group = groups.lock().unwrap_or_else(PoisonError::into_inner).next();
        // Each child has an owner of its own, so that it outlives changes of the others.
        let owner = group.with(Owner::new);
        let view = owner.with(entry.view);
        (move |_| _ = &group, OwnedView::new_with_owner(view, owner))
    };
    dynamic(move || keyed(entries(), |entry: &Entry| entry.key.clone(), child.clone()))
}

/// Owners between that of a list and those of its children.
///
/// An owner keeps a note of each one below it for as long as it lives, long after that one is gone. A list that lives as
/// long as the page would fill the memory with notes of children it once had; so they are noted by groups, which live as
/// long as any child in them.
struct Groups {
    list: Owner,
    last: Owner,
    n_in_last: u32,
}

impl Groups {
    /// Children of a group.
    const LEN: u32 = 256;

    fn new() -> Self {
        let list = Owner::current().expect("a list is part of the page");
        Self { last: list.with(Owner::new), list, n_in_last: 0 }
    }

    /// The group of the next child.
    fn next(&mut self) -> Owner {
        if self.n_in_last == Self::LEN {
            (self.last, self.n_in_last) = (self.list.with(Owner::new), 0);
        }
        self.n_in_last += 1;
        self.last.clone()
    }
}
