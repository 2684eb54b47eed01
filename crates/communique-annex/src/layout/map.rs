//! Countries spoken about.

use leptos::prelude::*;

use communique_index::Facet;
use communique_layouts::WorldMap;
use communique_layouts::map::{Country, Shape};
use communique_ui::Reading;
use communique_ui::dynamic::dynamic_view;
use communique_words::say;

use super::figure::{Drawing, Figure, MarkLink};
use super::{NARROW_WIDTH, width};

/// Radius of a country too small for an outline; and on a narrow screen, where the map is a third as large.
const DOT: &str = "4.5";
const NARROW_DOT: &str = "9";

/// The world, the darker the more was said about a country.
#[component]
pub fn MapPicture() -> impl IntoView {
    let reading = Reading::expect();
    let map = Memo::new(move |_| {
        let answer = reading.answer.read();
        let values = reading.engine.value_counts(&answer, Facet::Country);
        WorldMap::new(&values, &answer.question)
    });
    view! {
        <h2 class="visually-hidden">{say::MAP_TITLE.text()}</h2>
        {dynamic_view(move || picture(map.get()))}
    }
}

fn picture(map: WorldMap) -> impl IntoView {
    let radius = if width() == NARROW_WIDTH { NARROW_DOT } else { DOT };
    let country = |found| country(found, radius);
    let WorldMap { size, land, countries, sentence, table, .. } = map;
    view! {
        <Figure sentence table>
            <Drawing label=say::MAP_PICTURE size class="map">
                <g class="map__land">
                    <path d=land.concat()></path>
                </g>
                {countries.into_iter().map(country).collect_view()}
            </Drawing>
        </Figure>
    }
}

fn country(Country { shape, shade, mark }: Country, radius: &'static str) -> impl IntoView {
    let shape = match shape {
        Shape::Outline(path) => view! { <path d=path></path> }.into_any(),
        Shape::Dot(x, y) => {
            view! { <circle cx=x.to_string() cy=y.to_string() r=radius></circle> }.into_any()
        }
    };
    view! {
        <g class="map__country" style:--shade=format!("{}%", shade.percent)>
            <MarkLink mark class="mark">
                {shape}
            </MarkLink>
        </g>
    }
}
