/// The page, as a Mustache template: `{{text}}` is escaped, `{{{markup}}}` is not.
enum Template {
  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="{{generator}}">
    <title>{{question}} – {{name}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    <p class="name">{{name}}</p>
    <h1>{{question}}</h1>
    <p class="answer">{{answer}}</p>
    <ul class="notes">
    {{#notes}}
    <li>{{.}}</li>
    {{/notes}}
    </ul>
    </header>
    <nav aria-label="Parts of the report">
    <ul>
    {{#parts}}
    <li><a href="#{{id}}">{{title}}</a></li>
    {{/parts}}
    </ul>
    </nav>
    <main>
    {{#figures}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title">{{title}}</h2>
    <figure>
    <figcaption>{{caption}}</figcaption>
    {{#hasLegend}}
    <ul class="legend" aria-label="Strategies">
    {{#legend}}
    <li>{{{symbol}}}{{name}}</li>
    {{/legend}}
    </ul>
    {{/hasLegend}}
    {{#rows}}
    <div class="panels {{id}}">
    {{#panels}}
    {{{.}}}
    {{/panels}}
    </div>
    {{/rows}}
    </figure>
    {{#table}}
    {{> table}}
    {{/table}}
    <p class="files">The numbers: <a href="figures/{{file}}.csv">figures/{{file}}.csv</a>, the picture: \
    <a href="figures/{{file}}.svg">svg</a>, to draw it anew: \
    <a href="figures/{{file}}.vl.json">Vega-Lite</a>.</p>
    </section>
    {{/figures}}
    {{#tables}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title">{{title}}</h2>
    <p>{{caption}}</p>
    {{#table}}
    {{> table}}
    {{/table}}
    </section>
    {{/tables}}
    {{#hasMissing}}
    <section id="missing" aria-labelledby="missing-title">
    <h2 id="missing-title">What this report does not tell</h2>
    <ul>
    {{#missing}}
    <li>{{.}}</li>
    {{/missing}}
    </ul>
    </section>
    {{/hasMissing}}
    <section id="scenario" aria-labelledby="scenario-title">
    <h2 id="scenario-title">The scenario file</h2>
    <pre tabindex="0" aria-label="Scenario file">{{scenario}}</pre>
    </section>
    </main>
    <footer><p>{{generator}}</p></footer>
    </body>
    </html>

    """

  static let table = """
    <div class="table" tabindex="0" role="region" aria-label="Table: {{title}}">
    <table>
    <caption>{{title}}</caption>
    <thead><tr>
    {{#columns}}
    <th scope="col" class="{{kind}}"{{#hint}} title="{{hint}}"{{/hint}}>{{name}}</th>
    {{/columns}}
    </tr></thead>
    <tbody>
    {{#rows}}
    <tr>
    {{#cells}}
    <td class="{{kind}}">{{value}}</td>
    {{/cells}}
    </tr>
    {{/rows}}
    </tbody>
    </table>
    </div>

    """

  static let style = """
    :root{\(Palette.lightVariables);color-scheme:light dark}
    @media (prefers-color-scheme:dark){:root{\(Palette.darkVariables)}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.25rem 1rem 3rem;max-width:73rem;background:var(--ground);\
    color:var(--ink);font:16px/1.5 system-ui,Arial,"Liberation Sans",Helvetica,sans-serif}
    .name{margin:0;color:var(--muted)}
    h1{margin:.2rem 0 .8rem;font-size:1.7rem;line-height:1.2;max-width:48rem}
    h2{margin:2.6rem 0 .4rem;font-size:1.25rem;line-height:1.25}
    p,figcaption,li{max-width:48rem}
    .answer{margin:0;padding:.8rem 1rem;background:var(--panel);border-left:4px solid var(--accent);\
    font-size:1.1rem}
    .notes{margin:.8rem 0 0;padding-left:1.2rem}
    a{color:var(--accent)}
    nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:1.2rem 0 0;padding:0;list-style:none}
    nav a{display:inline-block;padding:.25rem 0}
    figure{margin:0}
    figcaption{margin:0 0 .8rem}
    .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0 0 .8rem;padding:0;list-style:none}
    .legend li{display:flex;align-items:center;gap:.35rem}
    .panels{display:flex;flex-wrap:wrap;gap:1.4rem 1.5rem;align-items:flex-start}
    .panels+.panels{margin-top:1.2rem}.panels.unfolding{gap:1rem .5rem}
    svg{display:block;flex:none;max-width:100%;height:auto}
    .table{margin:1rem 0 0;overflow:auto;max-width:100%;max-height:27rem}
    table{border-collapse:collapse;font-size:.85rem;line-height:1.3}
    caption{padding:0 0 .3rem;text-align:left;color:var(--muted)}
    th,td{padding:.25rem .6rem;border-bottom:1px solid var(--grid);vertical-align:top}
    th{position:sticky;top:0;background:var(--ground);color:var(--muted);font-weight:600;\
    border-bottom-color:var(--line)}
    .text{text-align:left}.number{text-align:right;white-space:nowrap;\
    font-variant-numeric:tabular-nums}
    td.text{white-space:nowrap}\
    td.long{min-width:15rem;max-width:28rem;white-space:normal;overflow-wrap:anywhere}
    .files{color:var(--muted);font-size:.85rem}
    pre{margin:0;padding:.8rem 1rem;background:var(--panel);overflow-x:auto;font-size:.8rem;\
    line-height:1.45}
    footer{margin-top:2.5rem;color:var(--muted);font-size:.85rem}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    \(Palette.marks)
    @media print{
    @page{size:A4;margin:14mm}
    :root{\(Palette.lightVariables);color-scheme:light}
    body{padding:0;max-width:none;font-size:10.5pt}
    nav,.files{display:none}
    .answer,.empty,.field,.cell,pre{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    h2{break-after:avoid}
    figcaption,.legend{break-after:avoid}
    caption{break-after:avoid}
    svg,tr,.answer,figcaption,.legend,h2+p{break-inside:avoid}
    h2+p{break-after:avoid}
    .panels{gap:.8rem .6rem}
    .panels svg{width:48.5%}
    .panels.unfolding svg{width:24%}
    .table,pre{overflow:visible;max-height:none}
    th{position:static}td.text{white-space:normal}td.long{min-width:0}
    table{font-size:7.5pt}th,td{padding:.15rem .3rem}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:7.5pt}
    thead{display:table-header-group}
    }
    """
}
