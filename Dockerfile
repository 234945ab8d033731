# malkoll in a container, with the versions of its lock file:
#   docker build --tag malkoll .
#   docker run --rm --network none --volume "$PWD:/repo:ro" malkoll check --lang sv

FROM python:3.11-slim-bookworm AS build
WORKDIR /source
RUN pip install --quiet --no-cache-dir --disable-pip-version-check --root-user-action=ignore uv==0.13.9
COPY pyproject.toml uv.lock hatch_build.py README.md LICENSE ./
COPY src src
ENV UV_PROJECT_ENVIRONMENT=/opt/malkoll UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy
RUN uv sync --quiet --locked --no-dev --no-editable --no-cache

FROM python:3.11-slim-bookworm
COPY --from=build /opt/malkoll /opt/malkoll
ENV PATH=/opt/malkoll/bin:$PATH PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
# nobody in particular: the documents are read, and a report can be written where the caller may write
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin malkoll
USER 10001:10001
WORKDIR /repo
ENTRYPOINT ["malkoll"]
CMD ["check"]
