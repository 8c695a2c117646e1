// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/recording.h"

namespace assay::app {

Recording::Recording(tracking::RunStore &store, tracking::RunId id, Observer *next)
    : m_store(store)
    , m_id(std::move(id))
    , m_next(next)
{
}

Result<std::unique_ptr<Recording>> Recording::begin(tracking::RunStore &store, const tracking::NewRun &run,
                                                    Observer *next)
{
    const auto id = store.begin(run);
    if (!id)
        return Failure(id.error());
    return std::unique_ptr<Recording>(new Recording(store, *id, next));
}

Recording::~Recording()
{
    if (m_open)
        (void)m_store.end(m_id, tracking::RunStatus::Failed, QStringLiteral("The work ended without a result."));
}

Result<void> Recording::addArtifact(const QString &name, const QString &kind, const QByteArray &bytes)
{
    const auto artifact = m_store.addArtifact(m_id, name, kind, bytes);
    if (!artifact)
        return Failure(artifact.error());
    m_artifacts.append(name);
    return {};
}

Result<void> Recording::finish()
{
    if (!m_notes.isEmpty()) {
        if (auto saved = m_store.setNote(m_id, m_notes.join(QLatin1Char('\n'))); !saved)
            return saved;
    }
    auto ended = m_store.end(m_id, tracking::RunStatus::Finished);
    m_open = !ended.has_value();
    if (ended && m_logError)
        return Failure(*m_logError);
    return ended;
}

void Recording::fail(const Error &error)
{
    const bool cancelled = error.kind == ErrorKind::Cancelled;
    const auto status = cancelled ? tracking::RunStatus::Cancelled : tracking::RunStatus::Failed;
    m_open = !m_store.end(m_id, status, cancelled ? QString() : QString::fromStdString(error.message)).has_value();
}

void Recording::progress(const Progress &progress)
{
    if (m_next)
        m_next->progress(progress);
}

void Recording::metric(std::string_view key, double value, std::int64_t step)
{
    if (auto logged =
            m_store.logMetric(m_id, QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), value, step);
        !logged)
        m_logError = logged.error();
    if (m_next)
        m_next->metric(key, value, step);
}

void Recording::note(std::string_view text)
{
    m_notes.append(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    if (m_next)
        m_next->note(text);
}

} // namespace assay::app
