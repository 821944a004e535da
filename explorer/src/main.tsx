import { render } from "preact";
import { App } from "./app.js";
import "./style/base.css";
import "./style/views.css";
import "./style/graph.css";

render(<App />, document.getElementById("app")!);
