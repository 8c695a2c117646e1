// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <map>
#include <memory>

namespace assay::tracking {

/// One `meta.yaml` as MLflow writes it: a block of names in the order they are given, texts quoted where they would
/// read as something else, long ones folded.
class MlrunsYaml
{
public:
    MlrunsYaml();
    ~MlrunsYaml();
    MlrunsYaml(const MlrunsYaml &) = delete;
    MlrunsYaml &operator=(const MlrunsYaml &) = delete;

    void text(const char *key, const QString &value);
    void textOrNull(const char *key, const QString &value); ///< null for an empty one
    void number(const char *key, qint64 value);
    void null(const char *key);
    void emptyList(const char *key);
    void map(const char *key, const std::map<QString, QString> &values);
    /// The whole document; nothing may be added afterwards.
    QByteArray done();

private:
    struct Emitter;
    std::unique_ptr<Emitter> m_emitter;
};

} // namespace assay::tracking
