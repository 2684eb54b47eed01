//! Statements over time, with a brush.

use leptos::ev::{MouseEvent, PointerEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use communique_engine::{Action, Question};
use communique_index::Date;
use communique_layouts::timeline::{Bar, HEIGHT, days_of_month};
use communique_layouts::{Rect, Timeline};
use communique_ui::Reading;
use communique_ui::dynamic::{Show, dynamic, dynamic_view};
use communique_ui::link::{Follow, ViewLink};
use communique_words::say;

use super::figure::{Drawing, Figure, MarkLink, rect, text};
use super::width;

/// A shorter way of the pointer is a click, in units of the picture.
const SHORTEST_BRUSH: i32 = 6;

/// Bars by month, quarter or year, a lane for the undated, and a choice of days: drawn, or typed.
#[component]
pub fn TimelinePicture() -> impl IntoView {
    let reading = Reading::expect();
    let months = Memo::new(move |_| {
        let question = reading.question.get();
        // All dates stay in the picture, so that there is something to choose a range from.
        reading.engine.months(&reading.engine.answer(&Question {
            from: None,
            to: None,
            ..question
        }))
    });
    let timeline =
        Memo::new(move |_| Timeline::new(&months.read(), &reading.question.read(), width()));
    let brush = RwSignal::new(None::<(i32, i32)>);
    view! {
        <h2 class="visually-hidden">{say::TIMELINE_TITLE.text()}</h2>
        <Range timeline />
        {dynamic_view(move || {
            brush.set(None);
            picture(timeline.get(), brush)
        })}
    }
}

/// Two months as fields, and the way back to all of them.
#[component]
fn Range(timeline: Memo<Timeline>) -> impl IntoView {
    let reading = Reading::expect();
    let Follow(follow) = Follow::expect();
    let (from, to) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let days = move |field: NodeRef<Input>| days_of_month(&field.get_untracked()?.value());
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (first, last) = (days(from).map(|days| days.0), days(to).map(|days| days.1));
        let dates = Action::SetDates(first, last);
        follow.run(reading.view.with_untracked(|view| view.apply(dates)));
    };
    let has_dates = Memo::new(move |_| reading.question.read().has_dates());
    let chosen_from = move || reading.question.read().from.or(timeline.read().days().map(|d| d.0));
    let chosen_to = move || reading.question.read().to.or(timeline.read().days().map(|d| d.1));
    view! {
        <form class="picture-controls" on:submit=on_submit>
            <label class="picture-control">
                {say::TIMELINE_FROM.text()} " "
                <input
                    class="picture-control__input"
                    type="month"
                    placeholder="2021-04"
                    node_ref=from
                    prop:value=move || month(chosen_from())
                />
            </label>
            <label class="picture-control">
                {say::TIMELINE_TO.text()} " "
                <input
                    class="picture-control__input"
                    type="month"
                    placeholder="2021-04"
                    node_ref=to
                    prop:value=move || month(chosen_to())
                />
            </label>
            <button class="quiet-button" type="submit">
                {say::TIMELINE_CHOOSE.text()}
            </button>
            <Show when=move || has_dates.get()>
                <ViewLink class="quiet-link" actions=vec![Action::SetDates(None, None)]>
                    {say::TIMELINE_ALL.text()}
                </ViewLink>
            </Show>
        </form>
    }
}

/// The month of a day, as a month field takes it.
fn month(date: Option<Date>) -> String {
    date.map(|date| date.to_string()[..7].to_owned()).unwrap_or_default()
}

fn picture(timeline: Timeline, brush: RwSignal<Option<(i32, i32)>>) -> impl IntoView {
    let reading = Reading::expect();
    let Follow(follow) = Follow::expect();
    let drawn = timeline.clone();
    let Timeline {
        width,
        baseline,
        axis: (left, right),
        bars,
        undated,
        ticks,
        labels,
        range,
        sentence,
        table,
        ..
    } = timeline;
    let shown_range = range.map(|(from, to)| span(from, to, baseline));
    let grid = ticks.iter().map(|tick| {
        let y = tick.y.to_string();
        view! { <line x1=left.to_string() x2=right.to_string() y1=y.clone() y2=y></line> }
    });
    let grid = grid.collect_view();
    let start = move |event: PointerEvent| {
        if event.button() == 0 {
            brush.set(x_of(&event, width).map(|x| (x, x)));
        }
    };
    let draw = move |event: PointerEvent| {
        if let Some(x) = x_of(&event, width) {
            brush.update(|brush| {
                if let Some((_, end)) = brush {
                    *end = x;
                }
            });
        }
    };
    let finish = move |_| {
        if let Some((a, b)) = brush.get_untracked().filter(is_brush)
            && let Some((first, last)) = drawn.days_between(a, b)
        {
            let dates = Action::SetDates(Some(first), Some(last));
            follow.run(reading.view.with_untracked(|view| view.apply(dates)));
        }
        brush.set(None);
    };
    let brushed = dynamic_view(move || {
        let (a, b) = brush.get().filter(is_brush)?;
        Some(view! { <g class="timeline__brush">{rect(span(a.min(b), a.max(b), baseline))}</g> })
    });
    // A bar under the pointer is a link, which the browser would take along.
    let keep_still = |event: leptos::ev::DragEvent| event.prevent_default();
    let is_brushing = dynamic(move || brush.get().filter(is_brush).map(|_| ""));
    view! {
        <Figure sentence table>
            <Drawing label=say::TIMELINE_PICTURE size=(width, HEIGHT) class="timeline">
                <g
                    data-brushing=is_brushing
                    on:pointerdown=start
                    on:pointermove=draw
                    on:pointerup=finish
                    on:pointerleave=move |_| brush.set(None)
                    on:dragstart=keep_still
                >
                    <g class="timeline__ground">
                        {rect(span(left, right, baseline))}
                    </g>
                    {shown_range.map(|range| view! { <g class="timeline__range">{rect(range)}</g> })}
                    <g class="timeline__grid">{grid}</g>
                    {ticks.into_iter().map(|tick| text(tick, "timeline__tick")).collect_view()}
                    {labels.into_iter().map(|label| text(label, "timeline__label")).collect_view()}
                    {brushed}
                    {bars.into_iter().map(bar).collect_view()}
                    {undated.map(|undated| lane(undated, baseline))}
                </g>
            </Drawing>
        </Figure>
    }
}

fn bar(Bar { rect: place, mark, is_in_range }: Bar) -> impl IntoView {
    // The whole height is sensitive, so that a low bar is no small target.
    let column = Rect { y: 0, height: place.y + place.height, ..place };
    view! {
        <g data-outside=(!is_in_range).then_some("")>
            <MarkLink mark class="timeline__bar">
                <g class="timeline__reach">{rect(column)}</g>
                {rect(place)}
            </MarkLink>
        </g>
    }
}

/// The undated, with their number, as no tick belongs to them.
fn lane(undated: Bar, baseline: i32) -> impl IntoView {
    let Rect { x, width, y, .. } = undated.rect;
    let middle = x + width / 2;
    let words = |y, text| communique_layouts::Text { x: middle, y, text };
    let number = words(y - 6, communique_ui::words::number(undated.mark.count));
    view! {
        <g class="timeline__undated">
            {bar(undated)} {text(words(baseline + 18, say::UNDATED.text().to_owned()), "timeline__label")}
            {text(number, "timeline__label")}
        </g>
    }
}

fn span(from: i32, to: i32, baseline: i32) -> Rect {
    Rect { x: from, y: 0, width: (to - from).max(0), height: baseline }
}

fn is_brush((a, b): &(i32, i32)) -> bool {
    (a - b).abs() >= SHORTEST_BRUSH
}

/// Where the pointer is, in units of the picture.
fn x_of(event: &MouseEvent, width: i32) -> Option<i32> {
    let group = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let frame = group.closest("svg").ok()??.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0);
    Some((share * f64::from(width)) as i32)
}
