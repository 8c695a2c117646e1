// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/runstore.h"

#include <QStringList>
#include <optional>

namespace assay::app {

/// A run that is open while this object lives: what the work tells is logged to it and handed on to the caller's
/// observer. A run that nobody finished is closed as failed, so that no error path leaves one running.
class Recording : public Observer
{
public:
    static Result<std::unique_ptr<Recording>> begin(tracking::RunStore &store, const tracking::NewRun &run,
                                                    Observer *next);
    ~Recording() override;

    const tracking::RunId &id() const { return m_id; }
    const QStringList &notes() const { return m_notes; }

    Result<void> addArtifact(const QString &name, const QString &kind, const QByteArray &bytes);
    const QStringList &artifacts() const { return m_artifacts; }
    Result<void> finish();
    /// Closes as cancelled or failed, by the error.
    void fail(const Error &error);

    void progress(const Progress &progress) override;
    void metric(std::string_view key, double value, std::int64_t step) override;
    void note(std::string_view text) override;

private:
    Recording(tracking::RunStore &store, tracking::RunId id, Observer *next);

    tracking::RunStore &m_store;
    tracking::RunId m_id;
    Observer *m_next;
    QStringList m_notes;
    QStringList m_artifacts;
    std::optional<Error> m_logError;
    bool m_open = true;
};

} // namespace assay::app
