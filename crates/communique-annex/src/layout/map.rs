//! Countries spoken about.

use leptos::prelude::*;

use communique_index::Facet;
use communique_layouts::WorldMap;
use communique_layouts::map::{Country, Shape};
use communique_ui::Reading;
use communique_ui::dynamic::dynamic_view;
use communique_words::say;

use super::figure::{Drawing, Figure, MarkLink};

/// Radius of a country too small for an outline.
const DOT: &str = "4.5";

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

fn country(Country { shape, shade, mark }: Country) -> impl IntoView {
    let shape = match shape {
        Shape::Outline(path) => view! { <path d=path></path> }.into_any(),
        Shape::Dot(x, y) => {
            view! { <circle cx=x.to_string() cy=y.to_string() r=DOT></circle> }.into_any()
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
