// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

#include <QTemporaryDir>
#include <QtTest>

namespace assay::tracking {

/// A store in a folder of its own that goes with it.
struct TemporaryStore
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("assay.db"));
    std::unique_ptr<RunStore> store;

    TemporaryStore() { reopen(); }

    void reopen()
    {
        store.reset();
        auto opened = RunStore::open(path);
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        store = std::move(*opened);
    }

    RunStore *operator->() const { return store.get(); }
};

/// The value of a result that must be one.
template<class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    return std::move(*result);
}

inline void need(const Result<void> &result)
{
    if (!result)
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
}

/// The code of a failure; empty for success.
template<class T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : QString::fromStdString(result.error().code);
}

} // namespace assay::tracking
