//! Speakers against themes.

use leptos::prelude::*;

use communique_index::Facet;
use communique_layouts::matrix::{Head, MatrixCell};
use communique_layouts::{Mark, Matrix};
use communique_ui::Reading;
use communique_ui::dynamic::dynamic_view;
use communique_ui::words;
use communique_words::say;

use super::figure::{Drawing, Figure, MarkLink, reach, rect, text};
use super::width;

/// A cell for each pair, the darker the more statements.
#[component]
pub fn MatrixPicture() -> impl IntoView {
    let reading = Reading::expect();
    let matrix = Memo::new(move |_| {
        let answer = reading.answer.read();
        let pairs = reading.engine.pairs(&answer, Facet::Theme, Facet::Speaker);
        Matrix::new(&pairs, &answer.question, width())
    });
    view! {
        <h2 class="visually-hidden">{say::MATRIX_TITLE.text()}</h2>
        {dynamic_view(move || picture(matrix.get()))}
    }
}

fn picture(matrix: Matrix) -> impl IntoView {
    let Matrix { width, height, columns, rows, cells, sentence, table } = matrix;
    view! {
        <Figure sentence table>
            <Drawing label=say::MATRIX_PICTURE size=(width, height) class="matrix">
                {columns.into_iter().map(column).collect_view()}
                {rows.into_iter().map(row).collect_view()}
                {cells.into_iter().map(cell).collect_view()}
            </Drawing>
        </Figure>
    }
}

/// A name that leans, so that long names stand side by side.
fn column(Head { label, mark, .. }: Head) -> impl IntoView {
    let lean = format!("translate({} {}) rotate(-50)", label.x, label.y);
    view! {
        <MarkLink mark class="matrix__name">
            <g>
                <text transform=lean>{label.text}</text>
            </g>
        </MarkLink>
    }
}

fn row(Head { label, mark, sum }: Head) -> impl IntoView {
    view! {
        <g>
            <MarkLink mark class="matrix__name">
                {reach(label.x + 13, label.y - 4)}
                {text(label, "")}
            </MarkLink>
            {sum.map(|sum| text(sum, "matrix__sum"))}
        </g>
    }
}

fn cell(MatrixCell { rect: place, filled }: MatrixCell) -> impl IntoView {
    let Some((shade, mark)) = filled else {
        return view! { <g class="matrix__empty">{rect(place)}</g> }.into_any();
    };
    let Mark { count, .. } = mark;
    let number = communique_layouts::Text {
        x: place.x + place.width / 2,
        y: place.y + place.height / 2 + 4,
        text: words::number(count),
    };
    view! {
        <g class="matrix__cell" style:--shade=format!("{}%", shade.percent) data-strong=shade.is_strong.then_some("")>
            <MarkLink mark class="mark">
                {rect(place)}
                {text(number, "matrix__number")}
            </MarkLink>
        </g>
    }
    .into_any()
}
