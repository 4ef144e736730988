/* GraphiQL against this gateway. The token stays in this tab: it is in memory, never stored. */
(() => {
  const state = document.getElementById("token-state");
  const root = ReactDOM.createRoot(document.getElementById("graphiql"));
  let token = "";
  let shown = 0;

  const fetcher = async (request, options) => {
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { ...headers, ...(options && options.headers) },
      body: JSON.stringify(request),
      credentials: "omit",
    });
    if (response.status === 401) {
      return { errors: [{ message: "The token is missing, wrong or expired." }] };
    }
    return response.json();
  };

  const render = () =>
    root.render(
      React.createElement(GraphiQL, {
        key: shown,
        fetcher,
        shouldPersistHeaders: false,
        defaultQuery: "{\n  __typename\n}\n",
      }),
    );

  document.getElementById("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    token = document.getElementById("token").value.trim();
    state.textContent = token ? "in use for this tab" : "asking without a token";
    shown += 1;
    render();
  });

  render();
})();
