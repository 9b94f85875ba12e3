package io.runstream.query.ui;

/** What a browser sees where no web page is served. */
final class WelcomePage {
    static final String HTML = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Runstream</title>
            <style>body { font: 16px/1.5 sans-serif; max-width: 42em; margin: 3em auto; padding: 0 1em }</style>
            <h1>Runstream runs here</h1>
            <p>It speaks MLflow's REST API. Point a client at this address:</p>
            <pre>mlflow.set_tracking_uri("<span id="here">http://127.0.0.1:5000</span>")</pre>
            <p>To see MLflow's own web page here, start Runstream with an installed MLflow:</p>
            <pre>python3 -m venv mlflow-ui
            mlflow-ui/bin/pip install mlflow==3.17.2
            ./runstream up --mlflow-ui mlflow-ui</pre>
            <script>document.getElementById("here").textContent = location.origin</script>
            </html>
            """;

    private WelcomePage() {}
}
