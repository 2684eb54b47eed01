//! What every picture has: a sentence, a frame that scrolls inside itself, links for marks, and its table.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::svg::Svg;

use communique_layouts::{Cell, Mark, Rect, Table, Text};
use communique_ui::browser::compass;
use communique_ui::dynamic::{dynamic, dynamic_view, effect};
use communique_ui::link::{ViewLink, href_after};
use communique_words::{Text as Words, say};

/// Whether tables are open, from one picture to the next.
#[derive(Clone, Copy, Default)]
pub struct Tables {
    is_open: RwSignal<bool>,
}

/// A picture with its sentence and its table.
#[component]
pub fn Figure(
    /// What the picture says, for those who do not see it and for those who do.
    sentence: String,
    /// The same in rows.
    table: Table,
    children: Children,
) -> impl IntoView {
    view! {
        <figure class="picture">
            <figcaption class="picture__sentence">{sentence}</figcaption>
            <div class="picture__frame">{children()}</div>
            <MarkTable table />
        </figure>
    }
}

/// The drawing itself. One stop of the Tab key; arrow keys go from mark to mark.
#[component]
pub fn Drawing(
    /// What it is called.
    label: Words,
    /// Width and height in its own units.
    size: (i32, i32),
    /// Its class.
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let drawing = NodeRef::<Svg>::new();
    effect(move || {
        if let Some(drawing) = drawing.get() {
            compass::set_up(&drawing);
        }
    });
    let (width, height) = size;
    view! {
        <svg
            class=class
            role="group"
            aria-label=say::PICTURE_KEYS.fill([label.text()])
            viewBox=format!("0 0 {width} {height}")
            width=width.to_string()
            height=height.to_string()
            node_ref=drawing
            on:keydown=move |event: KeyboardEvent| compass::on_key(&event)
        >
            {children()}
        </svg>
    }
}

/// A mark of a picture: a link to its statements, called by its name, which also shows at the pointer.
#[component]
pub fn MarkLink(
    /// Where it leads.
    mark: Mark,
    /// Its class.
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let Mark { name, steps, .. } = mark;
    let title = name.clone();
    view! {
        <g>
            <a class=class href=href_after(steps) tabindex="-1" aria-label=name>
                <title>{title}</title>
                {children()}
            </a>
        </g>
    }
}

/// A rectangle.
pub fn rect(rect: Rect) -> AnyView {
    let Rect { x, y, width, height } = rect;
    view! {
        <rect x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string()></rect>
    }
    .into_any()
}

/// What can be pressed of a mark, at least: 24 pixels around `x`, `y`, also where a picture is scaled to a narrow screen.
pub fn reach(x: i32, y: i32) -> AnyView {
    const HALF: i32 = 13;
    let rect = rect(Rect { x: x - HALF, y: y - HALF, width: 2 * HALF, height: 2 * HALF });
    view! { <g class="reach">{rect}</g> }.into_any()
}

/// Words at their place.
pub fn text(text: Text, class: &'static str) -> AnyView {
    let Text { x, y, text } = text;
    view! {
        <text class=class x=x.to_string() y=y.to_string()>
            {text}
        </text>
    }
    .into_any()
}

/// The marks of a picture in rows, which the head of each column sorts.
#[component]
fn MarkTable(table: Table) -> impl IntoView {
    let Tables { is_open } = use_context().expect("the layout provides it");
    // Column, and whether its natural order is reversed; none is the order of the picture.
    let order = RwSignal::new(None::<(usize, bool)>);
    let table = StoredValue::new(table);
    let head = move |column: usize| {
        let label = table.with_value(|table| table.columns[column].label.clone());
        let direction = dynamic(move || {
            let (_, is_reversed) = order.get().filter(|(sorted, _)| *sorted == column)?;
            let is_number = table.with_value(|table| table.columns[column].is_number);
            Some(if is_number == is_reversed { "ascending" } else { "descending" })
        });
        let sort = move |_| {
            order.update(|order| {
                let is_again = matches!(order, Some((sorted, false)) if *sorted == column);
                *order = Some((column, is_again));
            });
        };
        view! {
            <th scope="col" aria-sort=direction>
                <button class="mark-table__sort" type="button" on:click=sort>
                    {label}
                </button>
            </th>
        }
    };
    let rows = dynamic_view(move || {
        table.with_value(|table| {
            let rows = match order.get() {
                Some((column, is_reversed)) => table.order(column, is_reversed),
                None => (0..table.rows.len()).collect(),
            };
            rows.into_iter().map(|row| self::row(&table.rows[row])).collect_view()
        })
    });
    let n_columns = table.with_value(|table| table.columns.len());
    view! {
        <details class="mark-table" prop:open=is_open.get_untracked()>
            <summary class="mark-table__summary" on:click=move |_| is_open.update(|open| *open = !*open)>
                {say::PICTURE_TABLE.text()}
            </summary>
            <div class="mark-table__frame">
                <table>
                    <thead>
                        <tr>{(0..n_columns).map(head).collect_view()}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(cells: &[Cell]) -> impl IntoView + use<> {
    let cell = |(nth, cell): (usize, &Cell)| {
        let text = cell.text.clone();
        match &cell.mark {
            Some(Mark { name, steps, .. }) => {
                let (name, actions) = (name.clone(), steps.clone());
                view! {
                    <td class="tnum">
                        <ViewLink class="mark-table__link" actions label=name>
                            {text}
                        </ViewLink>
                    </td>
                }
                .into_any()
            }
            None if nth == 0 => view! { <th scope="row">{text}</th> }.into_any(),
            None => view! { <td>{text}</td> }.into_any(),
        }
    };
    view! { <tr>{cells.iter().enumerate().map(cell).collect_view()}</tr> }
}
