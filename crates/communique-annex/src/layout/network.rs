//! Who speaks about whom, and to whom.

use leptos::prelude::*;

use communique_index::Facet;
use communique_layouts::network::{Band, Node};
use communique_layouts::{Network, Rect};
use communique_ui::Reading;
use communique_ui::dynamic::dynamic_view;
use communique_words::say;

use super::figure::{Drawing, Figure, MarkLink, reach, rect, text};
use super::width;

/// A band for each pair of a speaker with a country or a listener.
#[component]
pub fn NetworkPicture() -> impl IntoView {
    let reading = Reading::expect();
    let network = Memo::new(move |_| {
        let answer = reading.answer.read();
        let pairs = |facet| reading.engine.pairs(&answer, Facet::Speaker, facet);
        Network::new(&pairs(Facet::Country), &pairs(Facet::Listener), &answer.question, width())
    });
    view! {
        <h2 class="visually-hidden">{say::NETWORK_TITLE.text()}</h2>
        {dynamic_view(move || picture(network.get()))}
    }
}

fn picture(network: Network) -> impl IntoView {
    let Network { size, heads, nodes, bands, sentence, table } = network;
    view! {
        <Figure sentence table>
            <Drawing label=say::NETWORK_PICTURE size class="network">
                {heads.into_iter().map(|head| text(head, "network__head")).collect_view()}
                {bands.into_iter().map(band).collect_view()}
                {nodes.into_iter().map(node).collect_view()}
            </Drawing>
        </Figure>
    }
}

fn band(Band { path, mark }: Band) -> impl IntoView {
    view! {
        <MarkLink mark class="network__band">
            <g>
                <path d=path></path>
            </g>
        </MarkLink>
    }
}

fn node(node: Node) -> impl IntoView {
    let Rect { x, y, width, height } = node.rect;
    let class = if node.is_labelled_left { "network__label--before" } else { "network__label" };
    view! {
        <MarkLink mark=node.mark class="network__node">
            {reach(x + width / 2, y + height / 2)}
            {rect(node.rect)}
            {text(node.label, class)}
        </MarkLink>
    }
}
